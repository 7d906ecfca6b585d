import { Button, Group, Select, Stack } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LANGUAGES, type Language } from '#shared/text/languages.ts';
import { useCall } from '#renderer/client/use-call.ts';
import { useScreenLanguage } from '#renderer/components/language-context.tsx';
import { PageTitle } from '#renderer/components/page-title.tsx';
import { Paper, printPaper } from '#renderer/components/paper-language.tsx';
import { QueryState } from '#renderer/components/query-state.tsx';
import { WaybillPaper } from './waybill-paper.tsx';

/** The paper that goes with a stick, as it will be printed. */
export function WaybillScreen({ node, number }: { node: string; number: string }) {
  const { t } = useTranslation();
  const screen = useScreenLanguage();
  const [language, setLanguage] = useState<Language>(screen.language);
  const waybill = useCall('exchange.waybill', { node, bundleNumber: Number(number) });
  const { from, bundleNumber } = waybill.value ?? {};
  // The name of the printed file: a paper is found again by its number.
  const documentTitle = t('exchange:waybill.numbered', {
    number: [from?.code, bundleNumber].filter(Boolean).join('-'),
  });
  const choices = LANGUAGES.map((one) => ({ value: one, label: t(`common:languages.${one}`) }));
  return (
    <Stack>
      <div className="not-printed">
        <PageTitle title={t('exchange:waybill.title')} documentTitle={documentTitle}>
          <Button component="a" href="#/exchange" variant="default">
            {t('common:action.back')}
          </Button>
        </PageTitle>
        <Group align="flex-end">
          <Select
            label={t('exchange:waybill.language')}
            data={choices}
            value={language}
            allowDeselect={false}
            onChange={(next) => setLanguage(LANGUAGES.find((one) => one === next) ?? screen.language)}
          />
          <Button leftSection={<IconPrinter size={20} aria-hidden />} onClick={() => void printPaper()}>
            {t('common:action.print')}
          </Button>
        </Group>
      </div>
      <QueryState of={waybill}>
        {(value) => (
          <Paper language={language}>
            <WaybillPaper waybill={value} />
          </Paper>
        )}
      </QueryState>
    </Stack>
  );
}
