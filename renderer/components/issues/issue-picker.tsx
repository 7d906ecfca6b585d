import { Button, Group, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IssueRow } from '#shared/contract/issues.ts';
import { useCall } from '#renderer/client/use-call.ts';
import { ChoiceField } from '#renderer/components/fields/choice-field.tsx';
import type { FieldProps } from '#renderer/components/fields/field-context.tsx';
import { useCodeList, usePlaces } from '#renderer/components/use-reference.ts';
import { NewIssueDialog } from './new-issue-dialog.tsx';

type Props = Omit<FieldProps, 'label'> & {
  label?: string;
  forumId: string;
  /** Record id of an issue; null: none of the register. */
  value: string | null;
  /** `issue`: the code of the one that was chosen, for the row that names it. */
  onChange: (record: string | null, issue: string | null) => void;
  /** What a new issue begins with. */
  known?: { readonly issue: string | null; readonly raisedOn: string | null; readonly place: string | null };
  /** Only issues already recorded may be chosen. */
  noNew?: boolean;
};

const nothingKnown = { issue: null, raisedOn: null, place: null };
/** More open issues than a forum has; the one that was chosen stands among them in any case. */
const offered = 200;

/** One of the open issues of a forum, or a new one recorded on the spot. */
export function IssuePicker({ forumId, value, onChange, known = nothingKnown, noNew = false, ...field }: Props) {
  const { t } = useTranslation();
  const [makes, setMakes] = useState(false);
  const { choices, codeOf } = useIssueChoices(forumId, value);
  const hint = field.description ?? t('issues:picker.hint');
  return (
    <Stack gap={2}>
      <Group align="flex-end" gap="xs" wrap="wrap">
        <div style={{ flex: '1 1 16rem' }}>
          <ChoiceField
            {...field}
            label={field.label ?? t('issues:picker.label')}
            description={undefined}
            choices={choices}
            value={value}
            onChange={(record) => onChange(record, record === null ? null : codeOf(record))}
            clearable
          />
        </div>
        {!noNew && (
          <Button variant="default" leftSection={<IconPlus size={20} aria-hidden />} onClick={() => setMakes(true)}>
            {t('issues:picker.new')}
          </Button>
        )}
      </Group>
      {hint !== '' && (
        <Text size="xs" c="dimmed">
          {hint}
        </Text>
      )}
      {makes && (
        <NewIssueDialog
          forumId={forumId}
          known={known}
          onClose={() => setMakes(false)}
          onMade={(record, issue) => {
            setMakes(false);
            onChange(record, issue);
          }}
        />
      )}
    </Stack>
  );
}

function useIssueChoices(forumId: string, value: string | null) {
  const open = useCall('issues.list', { forumId, show: 'open', limit: offered }, { keepPrevious: true });
  const isListed = value === null || open.value === undefined || open.value.rows.some(({ id }) => id === value);
  const chosen = useCall('issues.get', { issueId: value ?? '' }, { enabled: !isListed });
  const nameOf = useIssueName();
  const rows: readonly Named[] = [
    ...(open.value?.rows ?? []),
    ...(isListed || chosen.value === undefined ? [] : [chosen.value]),
  ];
  return {
    choices: rows.map((row) => ({ value: row.id, label: nameOf(row) })),
    codeOf: (record: string) => rows.find(({ id }) => id === record)?.issue ?? null,
  };
}

type Named = Pick<IssueRow, 'id' | 'issue' | 'other' | 'spot' | 'place'>;

/** How an issue is called where there is room for one line: what it is, and where. */
function useIssueName(): (issue: Omit<Named, 'id'>) => string {
  const { t } = useTranslation();
  const { labelOf } = useCodeList('safety_issue');
  const places = usePlaces();
  return ({ issue, other, spot, place }) =>
    t('issues:picker.option', {
      issue: (issue === 'other' && other) || labelOf(issue) || issue,
      where: spot || places.labelOf(place) || place,
    });
}
