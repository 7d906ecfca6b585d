import { Button, Collapse, SimpleGrid, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { TRUST_ACTOR } from '#shared/domain/generated/code-lists.ts';
import { nobody } from '#shared/domain/mapping.ts';
import { ChoiceField } from '#renderer/components/fields/choice-field.tsx';
import { CodeField } from '#renderer/components/fields/code-field.tsx';
import { RowsEditor } from '#renderer/components/record-form/rows-editor.tsx';
import { useCodeList } from '#renderer/components/use-reference.ts';
import { newSheet, type SheetForm } from './mapping-form-model.ts';
import { useMappingChoices, useQuestionWord } from './use-mapping-choices.ts';

type Props = {
  group: string | null;
  sheets: readonly SheetForm[];
  onChange: (sheets: readonly SheetForm[]) => void;
};

type Line = { sheet: SheetForm; path: string; patch: (change: Partial<SheetForm>) => void };

/** One sheet of answers for each person who filled one in, without a name. */
export function SheetsEditor({ group, sheets, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <Stack gap="sm">
      <Text c="dimmed">{t('mappings:sheet.hint')}</Text>
      <RowsEditor
        rows={sheets}
        onChange={onChange}
        path="fields.sheets"
        nameOf={(_, index) => t('mappings:sheet.row', { number: index + 1 })}
        addLabel={t('mappings:sheet.add')}
        makeRow={() => newSheet(group)}
        removeLabel={(name) => t('mappings:remove', { name })}
        emptyText={t('mappings:sheet.none')}
      >
        {(sheet, index, patch) => {
          const line = { sheet, path: `fields.sheets.${index}`, patch };
          return (
            <Stack gap="xs">
              <PersonFields {...line} />
              <SafetyFields {...line} />
              <TurnToFields {...line} />
            </Stack>
          );
        }}
      </RowsEditor>
    </Stack>
  );
}

function PersonFields({ sheet, path, patch }: Line) {
  const { t } = useTranslation();
  const { yesNoUnknown } = useMappingChoices();
  return (
    <SimpleGrid cols={{ base: 1, sm: 2, lg: 4 }} verticalSpacing="xs">
      <CodeField
        list="sex"
        label={t('mappings:sheet.sex')}
        name={`${path}.sex`}
        value={sheet.sex}
        onChange={(sex) => patch({ sex })}
        required
      />
      <CodeField
        list="age_band"
        label={t('mappings:sheet.ageBand')}
        name={`${path}.ageBand`}
        value={sheet.ageBand}
        onChange={(ageBand) => patch({ ageBand })}
        required
      />
      <CodeField
        list="displacement_status"
        label={t('mappings:sheet.displacement')}
        name={`${path}.displacement`}
        value={sheet.displacement}
        onChange={(displacement) => patch({ displacement })}
        required
      />
      <ChoiceField
        label={t('mappings:sheet.disability')}
        name={`${path}.disability`}
        choices={yesNoUnknown}
        value={sheet.disability}
        onChange={(disability) => patch({ disability })}
        required
      />
    </SimpleGrid>
  );
}

function SafetyFields({ sheet, path, patch }: Line) {
  const { t } = useTranslation();
  const { yesNoRefused } = useMappingChoices();
  const question = useQuestionWord();
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="xs">
      <CodeField
        list="perception_scale"
        label={question('safe_day')}
        name={`${path}.safeDay`}
        value={sheet.safeDay}
        onChange={(safeDay) => patch({ safeDay })}
        required
      />
      <CodeField
        list="perception_scale"
        label={question('safe_night')}
        name={`${path}.safeNight`}
        value={sheet.safeNight}
        onChange={(safeNight) => patch({ safeNight })}
        required
      />
      {sheet.sex !== 'male' && (
        <>
          <ChoiceField
            label={question('report')}
            description={t('mappings:sheet.womenOnly')}
            name={`${path}.reports`}
            choices={yesNoRefused}
            value={sheet.reports}
            onChange={(reports) => patch({ reports })}
            clearable
          />
          <ChoiceField
            label={question('report_woman')}
            description={t('mappings:sheet.womenOnly')}
            name={`${path}.reportsToWoman`}
            choices={yesNoRefused}
            value={sheet.reportsToWoman}
            onChange={(reportsToWoman) => patch({ reportsToWoman })}
            clearable
          />
        </>
      )}
    </SimpleGrid>
  );
}

/** Asked in every session; the others are opened where they were asked too. */
const always: readonly string[] = ['community_police', 'female_police', 'local_police'];
const others = TRUST_ACTOR.filter((actor) => !always.includes(actor) && actor !== nobody);

function TurnToFields(line: Line) {
  const { t } = useTranslation();
  const [opened, { toggle }] = useDisclosure(others.some((actor) => line.sheet.turnTo[actor] !== undefined));
  return (
    <Stack gap="xs">
      <Text fw={500}>{t('mappings:sheet.turnTo')}</Text>
      <ActorFields {...line} actors={always} />
      <Button variant="subtle" size="compact-md" aria-expanded={opened} onClick={toggle} w="fit-content">
        {opened ? t('mappings:sheet.fewerActors') : t('mappings:sheet.moreActors')}
      </Button>
      <Collapse expanded={opened}>{opened && <ActorFields {...line} actors={others} />}</Collapse>
    </Stack>
  );
}

function ActorFields({ sheet, patch, actors }: Line & { actors: readonly string[] }) {
  const { labelOf } = useCodeList('trust_actor');
  const { turnTo } = sheet;

  function answer(actor: string, given: string | null): void {
    const { [actor]: _, ...rest } = turnTo;
    patch({ turnTo: given === null ? rest : { ...rest, [actor]: given } });
  }

  return (
    <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} verticalSpacing="xs">
      {actors.map((actor) => (
        <CodeField
          key={actor}
          list="perception_scale"
          label={labelOf(actor) ?? actor}
          value={turnTo[actor] ?? null}
          onChange={(given) => answer(actor, given)}
          clearable
        />
      ))}
    </SimpleGrid>
  );
}
