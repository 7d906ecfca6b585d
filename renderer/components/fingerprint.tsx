import { Checkbox, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Six groups of four digits, large enough to read out over the phone. */
export function FingerprintText({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <Text fw={600}>{label}</Text>
      <bdi dir="ltr" className="identifier fingerprint">
        {value}
      </bdi>
    </div>
  );
}

type CompareProps = { label: string; value: string; compared: boolean; onCompared: (compared: boolean) => void };

/** Two people read the digits to each other; one of them says here that they are equal. */
export function FingerprintCompare({ label, value, compared, onCompared }: CompareProps) {
  const { t } = useTranslation();
  return (
    <Stack gap="sm" className="panel">
      <FingerprintText label={label} value={value} />
      <Text>{t('enrolment:compare.how')}</Text>
      <Checkbox
        label={t('enrolment:compare.equal')}
        checked={compared}
        onChange={(event) => onCompared(event.currentTarget.checked)}
      />
      <Text c="dimmed">{t('enrolment:compare.different')}</Text>
    </Stack>
  );
}
