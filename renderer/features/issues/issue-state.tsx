import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { IssueView } from '#shared/contract/issues.ts';
import { CodeLabel } from '#renderer/components/code-label.tsx';
import { DateText } from '#renderer/components/date-text.tsx';
import { Identifier } from '#renderer/components/identifier.tsx';
import { TimesRaised } from '#renderer/components/issues/times-raised.tsx';
import { Facts } from '#renderer/components/record/facts.tsx';
import { inConflict } from '#renderer/components/record/group-words.tsx';
import { FormSection } from '#renderer/components/record-form/form-section.tsx';
import { Said } from './said.tsx';

/** What became of an issue, and where it goes on. */
export function IssueState({ view }: { view: IssueView }) {
  const { t } = useTranslation();
  return (
    <FormSection
      title={t('issues:section.state')}
      conflict={inConflict(view, 'status', 'handling', 'handlingSecret', 'referral', 'plan', 'dispute')}
    >
      <Facts
        facts={[
          { label: t('issues:field.status'), value: <CodeLabel list="issue_status" code={view.status} /> },
          { label: t('issues:list.times'), value: <TimesRaised times={view.times} unheard={view.unheard} /> },
          { label: t('issues:page.actions'), value: t('issues:count.actions', { count: view.actions }) },
          ...someOf([
            view.statusOn && { label: t('issues:field.statusOn'), value: <DateText value={view.statusOn} /> },
            view.step && {
              label: t('issues:field.step'),
              value: <CodeLabel list="police_problem_step" code={view.step} />,
            },
            view.referralTo && {
              label: t('issues:field.referralTo'),
              value: <CodeLabel list="referral_body" code={view.referralTo} />,
            },
            view.referredOn && { label: t('issues:field.referredOn'), value: <DateText value={view.referredOn} /> },
            view.plan && {
              label: t('issues:field.plan'),
              value: <Anchor href={`#/plans/${view.plan}`}>{t('actions:page.toPlan')}</Anchor>,
            },
            view.dispute && {
              label: t('issues:field.dispute'),
              value: <Identifier>{view.dispute}</Identifier>,
            },
          ]),
        ]}
      />
      <Said label={t('issues:field.reason')} text={view.reason} />
      <Said label={t('issues:field.referral')} text={view.referral} />
    </FormSection>
  );
}

const someOf = <T,>(facts: readonly (T | '' | null)[]): readonly T[] =>
  facts.filter((fact): fact is T => fact !== '' && fact !== null);
