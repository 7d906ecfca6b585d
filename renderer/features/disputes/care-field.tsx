import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { flagClass } from '#shared/domain/protection.ts';
import { useCall } from '#renderer/client/use-call.ts';
import { CodesField } from '#renderer/components/fields/codes-field.tsx';
import { useCodeList } from '#renderer/components/use-reference.ts';

type Props = { flags: readonly string[]; name: string; onChange: (flags: readonly string[]) => void };

/** What one must know of a party so that nobody comes to harm; under it, which of it does not even leave this computer. */
export function CareField({ flags, name, onChange }: Props) {
  const { t } = useTranslation();
  const lists = useCall('reference.lists', {});
  const { labelOf } = useCodeList('vulnerability_flag');
  const local = flags.filter((flag) => lists.value && flagClass(lists.value, flag) === 'local');
  return (
    <div>
      <CodesField
        list="vulnerability_flag"
        label={t('disputes:party.care')}
        description={t('disputes:party.careHint')}
        name={name}
        value={flags}
        onChange={onChange}
      />
      {local.map((flag) => (
        <Text key={flag} size="sm" mt={4}>
          {t('disputes:party.careLocal', { flag: labelOf(flag) ?? flag })}
        </Text>
      ))}
    </div>
  );
}
