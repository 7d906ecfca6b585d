import { NativeSelect, Radio, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SheetDouble } from '#shared/contract/imports.ts';
import { DOUBLE_CHOICES, type DoubleChoice, type SheetKind } from '#shared/domain/sheet-fields.ts';
import { SimpleTable } from '#renderer/components/simple-table.tsx';
import { useSheetFields } from './use-sheet-fields.ts';

/** By row; a row that is not named follows the choice for all. */
export type Choices = Readonly<Record<number, DoubleChoice>>;

type Props = {
  kind: SheetKind;
  doubles: readonly SheetDouble[];
  total: number;
  all: DoubleChoice;
  onAll: (choice: DoubleChoice) => void;
  choices: Choices;
  onChoices: (choices: Choices) => void;
};

/** Rows that seem to be there already: skipped, taken as an update, or taken as new. */
export function DoublesTable({ kind, doubles, total, all, onAll, choices, onChoices }: Props) {
  const { t } = useTranslation();
  const { word } = useSheetFields(kind);
  const labels = useChoiceLabels();

  const choose = (row: number, choice: string): void => {
    const { [row]: _, ...others } = choices;
    onChoices(isChoice(choice) ? { ...others, [row]: choice } : others);
  };

  return (
    <Stack gap="xs">
      <Title order={3} size="h4">
        {t('imports:doubles.title')}
      </Title>
      <Text>{t('imports:doubles.hint')}</Text>
      <Radio.Group
        label={t('imports:doubles.all')}
        value={all}
        onChange={(choice) => {
          if (isChoice(choice)) onAll(choice);
        }}
      >
        <Stack gap="xs" mt="xs">
          {DOUBLE_CHOICES.map((choice) => (
            <Radio key={choice} value={choice} label={labels[choice]} />
          ))}
        </Stack>
      </Radio.Group>
      <SimpleTable
        label={t('imports:doubles.title')}
        columns={[
          {
            key: 'row',
            header: t('imports:doubles.row'),
            cell: ({ row, title }) => t('imports:doubles.choiceFor', { row, title }),
          },
          {
            key: 'of',
            header: t('imports:doubles.of'),
            cell: ({ of }) => (of.row === null ? <bdi>{of.title}</bdi> : t('imports:doubles.ofRow', { row: of.row })),
          },
          {
            key: 'differs',
            header: t('imports:doubles.differs'),
            cell: ({ of, differs, mayUpdate }) =>
              mayUpdate || of.row !== null ? differs.map(word).join(' · ') : t('imports:doubles.locked'),
          },
          {
            key: 'choice',
            header: t('imports:doubles.choice'),
            cell: ({ row, title, mayUpdate }) => (
              <NativeSelect
                aria-label={t('imports:doubles.choiceFor', { row, title })}
                value={choices[row] ?? ''}
                onChange={(event) => choose(row, event.currentTarget.value)}
                data={[
                  { value: '', label: t('imports:doubles.asAll') },
                  ...DOUBLE_CHOICES.filter((choice) => mayUpdate || choice !== 'update').map((value) => ({
                    value,
                    label: labels[value],
                  })),
                ]}
              />
            ),
          },
        ]}
        rows={doubles}
        rowKey={({ row }) => String(row)}
      />
      {total > doubles.length && <Text>{t('imports:more', { count: total - doubles.length })}</Text>}
    </Stack>
  );
}

const isChoice = (text: string): text is DoubleChoice => (DOUBLE_CHOICES as readonly string[]).includes(text);

function useChoiceLabels(): Readonly<Record<DoubleChoice, string>> {
  const { t } = useTranslation();
  return {
    skip: t('imports:doubles.skip'),
    update: t('imports:doubles.update'),
    new: t('imports:doubles.new'),
  };
}
