import { Button, Group, Radio, Stack, Table, Text } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useScreenLanguage } from '#renderer/components/language-context.tsx';
import { CodeLabel } from '#renderer/components/code-label.tsx';
import { PersonText } from '#renderer/components/person-text.tsx';
import { useCodeList } from '#renderer/components/use-reference.ts';
import type { ListedMember } from './listed-members.ts';

type Props = {
  members: readonly ListedMember[];
  attendance: Readonly<Record<string, string>>;
  onChange: (attendance: Readonly<Record<string, string>>) => void;
  /** The session is for women: men are listed on request. */
  womenOnly: boolean;
};

/** Every member on a line. The table is one stop of the Tab key; inside it, the arrow keys do the rest. */
export function AttendanceEditor({ members, attendance, onChange, womenOnly }: Props) {
  const { t } = useTranslation();
  const [showsAll, setShowsAll] = useState(false);
  const listed = members.filter(
    ({ id, sex }) => !womenOnly || showsAll || sex === 'female' || attendance[id] !== undefined,
  );
  const unmarked = listed.filter(({ id }) => attendance[id] === undefined);
  if (members.length === 0) return <Text c="dimmed">{t('meetings:attendance.none')}</Text>;

  function mark(member: string, status: string): void {
    const { [member]: _, ...others } = attendance;
    onChange(status === '' ? others : { ...others, [member]: status });
  }

  return (
    <Stack gap="xs" data-field="fields.attendance" tabIndex={-1}>
      <Text size="sm" c="dimmed">
        {t('meetings:attendance.keys')}
      </Text>
      <Group justify="space-between">
        <Text role="status">{t('meetings:count.unmarked', { count: unmarked.length })}</Text>
        <Group gap="sm">
          {listed.length < members.length && (
            <Button variant="default" onClick={() => setShowsAll(true)}>
              {t('meetings:attendance.showMen')}
            </Button>
          )}
          <Button
            variant="default"
            disabled={unmarked.length === 0}
            onClick={() =>
              onChange({ ...attendance, ...Object.fromEntries(unmarked.map(({ id }) => [id, 'present'])) })
            }
          >
            {t('meetings:attendance.fill')}
          </Button>
        </Group>
      </Group>
      <AttendanceTable members={listed} attendance={attendance} onMark={mark} />
    </Stack>
  );
}

type TableProps = Omit<Props, 'onChange' | 'womenOnly'> & { onMark: (member: string, status: string) => void };

function AttendanceTable({ members, attendance, onMark }: TableProps) {
  const { t } = useTranslation();
  const { language } = useScreenLanguage();
  const { entries } = useCodeList('attendance_status');
  const answers = [
    { code: '', label: t('meetings:attendance.unmarked') },
    ...entries.map(({ code, labels }) => ({ code, label: labels[language] })),
  ];
  const [reached, setReached] = useState<string | null>(null);
  const stop = members.some(({ id }) => id === reached) ? reached : members[0]?.id;
  return (
    <Table.ScrollContainer
      minWidth={700}
      scrollAreaProps={{
        viewportProps: { tabIndex: -1, role: 'region', 'aria-label': t('meetings:attendance.table') },
      }}
    >
      <Table verticalSpacing={4} aria-label={t('meetings:attendance.table')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('meetings:attendance.member')}</Table.Th>
            {answers.map(({ code, label }) => (
              <Table.Th key={code} scope="col" ta="center" fz="sm">
                {label}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody onKeyDown={goAlongMembers}>
          {members.map((member) => (
            <Table.Tr key={member.id} onFocus={() => setReached(member.id)}>
              <Table.Th scope="row" fw={500}>
                <PersonText value={member.name} />
                <Text size="sm" c="dimmed" component="div">
                  <CodeLabel list="forum_role" code={member.role} />
                </Text>
              </Table.Th>
              {answers.map(({ code, label }) => (
                <Table.Td key={code}>
                  <Radio
                    className="attendance-choice"
                    name={`attendance-${member.id}`}
                    value={code}
                    tabIndex={member.id === stop ? 0 : -1}
                    checked={(attendance[member.id] ?? '') === code}
                    onChange={() => onMark(member.id, code)}
                    aria-label={t('meetings:attendance.of', {
                      name: member.name ?? t('common:record.withheld'),
                      answer: label,
                    })}
                  />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

const steps: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1, PageUp: -5, PageDown: 5 };

/** Up and down go from member to member and change nothing; left and right choose the answer, as in any such group. */
function goAlongMembers(event: KeyboardEvent<HTMLTableSectionElement>): void {
  const step = steps[event.key];
  const row = event.target instanceof Element ? event.target.closest('tr') : null;
  if (step === undefined || row === null) return;
  event.preventDefault();
  const rows = [...event.currentTarget.rows];
  const to = rows[Math.min(Math.max(rows.indexOf(row) + step, 0), rows.length - 1)];
  to?.querySelector<HTMLInputElement>('input:checked')?.focus();
}
