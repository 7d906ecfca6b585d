import { Button, Checkbox, NativeSelect, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TrainingView } from '#shared/contract/trainings.ts';
import { useFormat } from '#renderer/components/language-context.tsx';
import { ParticipantText } from './participant-text.tsx';
import { noScore, type ResultsForm, type ScoreForm } from './results-form-model.ts';
import { ScoreCell } from './score-cell.tsx';
import { useParticipantName } from './use-participant-name.ts';
import { useHours, useTrainingChoices } from './use-training-choices.ts';

type Props = { view: TrainingView; fields: ResultsForm; patch: (change: Partial<ResultsForm>) => void };

/** Every participant on a line: a list for each day, the two tests, and who stopped coming. Tab goes from field to field. */
export function AttendanceGrid({ view, fields, patch }: Props) {
  const { t } = useTranslation();

  function mark(day: string, parts: Readonly<Record<string, string>>): void {
    const marked = { ...fields.attendance[day], ...parts };
    const kept = Object.entries(marked).filter(([, part]) => part !== '');
    patch({ attendance: { ...fields.attendance, [day]: Object.fromEntries(kept) } });
  }

  const fillDay = (day: string) => {
    const marked = fields.attendance[day] ?? {};
    const missing = view.participants.filter(({ id }) => marked[id] === undefined);
    mark(day, Object.fromEntries(missing.map(({ id }) => [id, 'whole'])));
  };

  return (
    <Table.ScrollContainer
      minWidth={700}
      scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'region', 'aria-label': t('trainings:results.table') } }}
    >
      <Table verticalSpacing={4} aria-label={t('trainings:results.table')}>
        <Head view={view} onFill={fillDay} />
        <Table.Tbody>
          {view.participants.map((row, index) => (
            <Line
              key={row.id}
              view={view}
              row={row}
              index={index}
              fields={fields}
              onMark={mark}
              onScore={(score) => patch({ scores: { ...fields.scores, [row.id]: score } })}
              onLeft={(left) =>
                patch({ left: left ? [...fields.left, row.id] : fields.left.filter((id) => id !== row.id) })
              }
            />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Head({ view, onFill }: { view: TrainingView; onFill: (day: string) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const hours = useHours();
  return (
    <Table.Thead>
      <Table.Tr>
        <Table.Th scope="col">{t('trainings:participant.one')}</Table.Th>
        {view.days.map(({ id, date, minutes }) => (
          <Table.Th key={id} scope="col">
            <Stack gap={4} align="flex-start">
              <span>{format.date(date)}</span>
              <Text size="sm" c="dimmed">
                {hours(minutes)}
              </Text>
              <Button
                variant="default"
                size="compact-sm"
                aria-label={t('trainings:results.fillOf', { date })}
                onClick={() => onFill(id)}
              >
                {t('trainings:results.fill')}
              </Button>
            </Stack>
          </Table.Th>
        ))}
        <Table.Th scope="col">{t('trainings:results.pre')}</Table.Th>
        <Table.Th scope="col">{t('trainings:results.post')}</Table.Th>
        <Table.Th scope="col">{t('trainings:results.left')}</Table.Th>
      </Table.Tr>
    </Table.Thead>
  );
}

type LineProps = {
  view: TrainingView;
  row: TrainingView['participants'][number];
  index: number;
  fields: ResultsForm;
  onMark: (day: string, parts: Readonly<Record<string, string>>) => void;
  onScore: (score: ScoreForm) => void;
  onLeft: (left: boolean) => void;
};

function Line({ view, row, index, fields, onMark, onScore, onLeft }: LineProps) {
  const { t } = useTranslation();
  const { part } = useTrainingChoices();
  const name = useParticipantName()(row, index);
  const score = fields.scores[row.id] ?? noScore;
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500}>
        <ParticipantText row={row} index={index} />
      </Table.Th>
      {view.days.map(({ id, date }) => (
        <Table.Td key={id}>
          <NativeSelect
            aria-label={t('trainings:results.partOf', { name, date })}
            data={[{ value: '', label: t('trainings:part.none') }, ...part.choices]}
            value={fields.attendance[id]?.[row.id] ?? ''}
            onChange={(event) => onMark(id, { [row.id]: event.currentTarget.value })}
            w={130}
          />
        </Table.Td>
      ))}
      <Table.Td>
        <ScoreCell
          label={t('trainings:results.preOf', { name })}
          name={`fields.tests.${index}.pre`}
          value={score.pre}
          onChange={(pre) => onScore({ ...score, pre })}
        />
      </Table.Td>
      <Table.Td>
        <ScoreCell
          label={t('trainings:results.postOf', { name })}
          name={`fields.tests.${index}.post`}
          value={score.post}
          onChange={(post) => onScore({ ...score, post })}
        />
      </Table.Td>
      <Table.Td>
        <Checkbox
          aria-label={t('trainings:results.leftOf', { name })}
          checked={fields.left.includes(row.id)}
          onChange={(event) => onLeft(event.currentTarget.checked)}
        />
      </Table.Td>
    </Table.Tr>
  );
}
