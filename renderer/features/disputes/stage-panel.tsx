import { Button, Group, Stack } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DisputeView } from '#shared/contract/disputes.ts';
import { CodeLabel } from '#renderer/components/code-label.tsx';
import { DateText } from '#renderer/components/date-text.tsx';
import { type Fact, Facts } from '#renderer/components/record/facts.tsx';
import { inConflict } from '#renderer/components/record/group-words.tsx';
import { FormSection } from '#renderer/components/record-form/form-section.tsx';
import { MoveDialog } from './move-dialog.tsx';

/** Where the case stands, since when, what may follow, and the button that moves it. */
export function StagePanel({ view }: { view: DisputeView }) {
  const { t } = useTranslation();
  const [moves, setMoves] = useState(false);
  const { stage } = view;
  const facts: readonly Fact[] = [
    { label: t('disputes:field.stage'), value: <CodeLabel list="dispute_stage" code={stage.code} /> },
    { label: t('disputes:field.since'), value: <DateText value={stage.since} /> },
    ...(stage.heldFrom === null
      ? []
      : [
          {
            label: t('disputes:field.heldFrom'),
            value: <CodeLabel list="dispute_stage" code={stage.heldFrom} />,
          },
        ]),
    ...(stage.outcome === null
      ? []
      : [{ label: t('disputes:field.outcome'), value: <CodeLabel list="dispute_outcome" code={stage.outcome} /> }]),
    { label: t('disputes:move.may'), value: <NextStages codes={stage.next} /> },
  ];
  return (
    <FormSection title={t('disputes:section.stage')} conflict={inConflict(view, 'stage')}>
      <Facts facts={facts} />
      {view.may.edit && stage.next.length > 0 && (
        <Group>
          <Button
            leftSection={<IconArrowRight size={20} className="mantine-rotate-rtl" aria-hidden />}
            onClick={() => setMoves(true)}
          >
            {t('disputes:move.open')}
          </Button>
        </Group>
      )}
      {moves && <MoveDialog view={view} onClose={() => setMoves(false)} />}
    </FormSection>
  );
}

/** One on a line: their names hold commas. */
function NextStages({ codes }: { codes: readonly string[] }) {
  const { t } = useTranslation();
  if (codes.length === 0) return <span>{t('disputes:move.none')}</span>;
  return (
    <Stack component="ul" gap={0} className="plain-list">
      {codes.map((code) => (
        <li key={code}>
          <CodeLabel list="dispute_stage" code={code} />
        </li>
      ))}
    </Stack>
  );
}
