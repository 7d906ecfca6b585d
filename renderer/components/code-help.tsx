import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { exchangeAction } from '#shared/errors/exchange-actions.ts';
import { useCodeText } from './use-error-text.ts';

/** What a code of the exchange means, and what to do about it. */
export function CodeHelp({ code }: { code: string }) {
  const { t } = useTranslation();
  const codeText = useCodeText();
  return (
    <>
      <Text>{codeText(code)}</Text>
      <Text fw={600}>{t(`exchange:todo.${exchangeAction(code)}`)}</Text>
    </>
  );
}
