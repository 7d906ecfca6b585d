import { Button, Checkbox, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nameIn } from '#shared/domain/partner.ts';
import { useCall } from '#renderer/client/use-call.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { FailureNotice } from '#renderer/components/failure-notice.tsx';
import { useScreenLanguage } from '#renderer/components/language-context.tsx';
import { useNotice } from '#renderer/components/notices.tsx';
import { useKindWord } from './use-kind-word.ts';

/** The shipped partners that are not there yet, to be taken over at once. Nothing is drawn when there are none. */
export function ProposalsPanel() {
  const { t } = useTranslation();
  const say = useNotice();
  const { language } = useScreenLanguage();
  const kindWord = useKindWord();
  const proposals = useCall('partners.proposals', {});
  const take = useCommand('partners.takeProposals');
  const [left, setLeft] = useState<readonly string[]>([]);
  const rows = proposals.value ?? [];
  const keys = rows.map(({ key }) => key).filter((key) => !left.includes(key));
  if (rows.length === 0) return null;
  return (
    <section className="panel" aria-label={t('reference:proposals.title')}>
      <Stack align="flex-start">
        <Title order={2} size="h3">
          {t('reference:proposals.title')}
        </Title>
        <Text>{t('reference:proposals.text')}</Text>
        <Checkbox.Group
          aria-label={t('reference:proposals.pick')}
          value={keys}
          onChange={(chosen) => setLeft(rows.map(({ key }) => key).filter((key) => !chosen.includes(key)))}
        >
          <Stack gap="xs">
            {rows.map(({ key, names, kind }) => (
              <Checkbox key={key} value={key} label={nameIn(names, language)} description={kindWord(kind)} />
            ))}
          </Stack>
        </Checkbox.Group>
        {take.error && <FailureNotice error={take.error} />}
        <Button
          disabled={keys.length === 0}
          loading={take.busy}
          onClick={async () => {
            const done = await take.run({ keys });
            if (done.ok) say(t('reference:proposals.done', { count: done.value.added }));
          }}
        >
          {t('reference:proposals.act', { count: keys.length })}
        </Button>
      </Stack>
    </section>
  );
}
