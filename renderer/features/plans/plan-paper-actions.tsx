import { useTranslation } from 'react-i18next';
import type { PlanActionView, PlanView } from '#shared/contract/plans.ts';
import { dueDateOf } from '#shared/domain/plan-status.ts';
import { CodeLabel } from '#renderer/components/code-label.tsx';
import { useFormat } from '#renderer/components/language-context.tsx';
import { MoneyText } from '#renderer/components/money-text.tsx';
import { type PaperColumn, PaperLine, PaperNumber, PaperTable } from '#renderer/components/paper/paper-pieces.tsx';
import { PartnerLabel } from '#renderer/components/partner-label.tsx';

/** What is done against which problem, by whom, until when, and where it stands. */
export function PlanPaperActions({ plan: { actions, problems } }: { plan: PlanView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const rankOf = (id: string) => problems.findIndex((problem) => problem.id === id) + 1;
  const columns: readonly PaperColumn<PlanActionView>[] = [
    { key: 'what', header: t('plans:action.what'), width: 'wide', cell: (action) => <What action={action} /> },
    {
      key: 'problem',
      header: t('plans:action.problem'),
      cell: ({ problem }) => (rankOf(problem) === 0 ? '–' : format.number(rankOf(problem))),
    },
    { key: 'who', header: t('plans:action.responsible'), cell: (action) => <Who action={action} /> },
    {
      key: 'due',
      header: t('plans:action.due'),
      cell: (action) => <PaperNumber>{dueDateOf(action)}</PaperNumber>,
    },
    {
      key: 'status',
      header: t('plans:progress.status'),
      cell: ({ status, note }) => (
        <>
          <p>
            <CodeLabel list="ssp_action_status" code={status} />
          </p>
          <PaperLine parts={[note !== '' && <bdi>{note}</bdi>]} />
        </>
      ),
    },
  ];
  return <PaperTable columns={columns} rows={actions} rowKey={({ id }) => id} empty={t('plans:action.none')} />;
}

function What({ action: { what, type, indicator, doNoHarm, cost } }: { action: PlanActionView }) {
  const { t } = useTranslation();
  const line = (label: string, text: string) => [text !== '' && label, text !== '' && <bdi key={label}>{text}</bdi>];
  return (
    <>
      <p>
        <bdi>{what}</bdi>
      </p>
      <PaperLine
        parts={[<CodeLabel key="type" list="ssp_action_type" code={type} />, cost && <MoneyText {...cost} />]}
      />
      <PaperLine parts={line(t('plans:action.indicator'), indicator)} />
      <PaperLine parts={line(t('plans:action.doNoHarm'), doNoHarm)} />
    </>
  );
}

function Who({ action: { responsible, partnerIds, partners } }: { action: PlanActionView }) {
  return (
    <>
      <p>
        <CodeLabel list="ssp_responsible" code={responsible} />
      </p>
      <PaperLine
        parts={[
          ...partnerIds.map((id) => <PartnerLabel key={id} id={id} />),
          partners !== '' && <bdi key="named">{partners}</bdi>,
        ]}
      />
    </>
  );
}
