import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCall } from '#renderer/client/use-call.ts';
import { CodeLabel } from '#renderer/components/code-label.tsx';
import { useFormat } from '#renderer/components/language-context.tsx';
import { PaperButton } from '#renderer/components/paper/paper-button.tsx';
import { QueryState } from '#renderer/components/query-state.tsx';
import { FormSection } from '#renderer/components/record-form/form-section.tsx';
import { SimpleTable } from '#renderer/components/simple-table.tsx';
import { today } from '#renderer/components/today.ts';

/** What people raised, by group of the list of issues, and what became of it. */
export function ForumIssues({ forumId }: { forumId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const issues = useCall('issues.byGroup', { forumId, today: today() });
  return (
    <FormSection title={t('forums:section.issues')}>
      <QueryState
        of={issues}
        empty={({ groups }) => groups.length === 0}
        emptyContent={<Text c="dimmed">{t('forums:issue.none')}</Text>}
      >
        {({ groups, women }) => (
          <>
            <SimpleTable
              label={t('forums:issue.table')}
              columns={[
                {
                  key: 'group',
                  header: t('forums:issue.group'),
                  cell: ({ group }) => <CodeLabel list="safety_issue_group" code={group} />,
                },
                { key: 'total', header: t('forums:issue.total'), cell: ({ total }) => format.number(total) },
                { key: 'open', header: t('forums:issue.open'), cell: ({ open }) => format.number(open) },
                {
                  key: 'unheard',
                  header: t('forums:issue.unheard'),
                  cell: ({ unheard }) => (
                    <Text span inherit {...(unheard > 0 ? { c: 'red.9', fw: 600 } : {})}>
                      {format.number(unheard)}
                    </Text>
                  ),
                },
                {
                  key: 'resolved',
                  header: t('forums:issue.resolved'),
                  cell: ({ resolved }) => format.number(resolved),
                },
              ]}
              rows={groups}
              rowKey={({ group }) => group}
            />
            {women.raised > 0 && (
              <Text>{t('forums:issue.women', { count: women.raised, answered: women.answered })}</Text>
            )}
          </>
        )}
      </QueryState>
      <Group>
        <PaperButton paper={{ kind: 'answers', of: forumId, part: '' }} label={t('papers:print.answers')} />
        <Button variant="default" component="a" href={`#/forums/${forumId}/issues`}>
          {t('forums:issue.all')}
        </Button>
      </Group>
    </FormSection>
  );
}
