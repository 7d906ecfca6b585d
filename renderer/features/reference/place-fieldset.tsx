import { Checkbox, SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { farFromParentKm, PLACE_LEVELS } from '#shared/domain/place-rules.ts';
import { ChoiceField } from '#renderer/components/fields/choice-field.tsx';
import { CodeField } from '#renderer/components/fields/code-field.tsx';
import { LineField } from '#renderer/components/fields/line-field.tsx';
import { PlaceField } from '#renderer/components/fields/place-field.tsx';
import { PositionField } from '#renderer/components/fields/position-field.tsx';
import { FormSection } from '#renderer/components/record-form/form-section.tsx';
import { usePlaces } from '#renderer/components/use-reference.ts';
import { NamesFieldset } from './names-fieldset.tsx';
import type { PlaceForm } from './place-form-model.ts';
import { useLevelWord } from './use-level-word.ts';

type Props = {
  fields: PlaceForm;
  patch: (change: Partial<PlaceForm>) => void;
  /** Its own code, which is no place around it; empty for a new one. */
  code: string;
};

export function PlaceFieldset({ fields, patch, code }: Props) {
  const { t } = useTranslation();
  const levelWord = useLevelWord();
  const { level, parent, position } = fields;
  const { all } = usePlaces();
  const isTyped = parent === null || position === null || typeof position === 'string';
  const km = isTyped ? null : farFromParentKm(all, parent, position);
  return (
    <>
      <NamesFieldset names={fields.names} onChange={(names) => patch({ names })} />
      <FormSection title={t('reference:section.position')}>
        <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="xs">
          <ChoiceField
            label={t('reference:field.level')}
            name="fields.level"
            required
            choices={PLACE_LEVELS.map((known) => ({ value: String(known), label: levelWord(known) }))}
            value={level}
            onChange={(chosen) => patch({ level: chosen })}
          />
          <PlaceField
            label={t('reference:field.parent')}
            name="fields.parent"
            required
            only={(place) => place.code !== code && (level === null || place.level < Number(level))}
            value={fields.parent}
            onChange={(parent) => patch({ parent })}
          />
          <PositionField
            label={t('reference:field.position')}
            name="fields.position"
            required
            value={fields.position}
            onChange={(position) => patch({ position })}
          />
          {(km !== null || fields.farReason !== '') && (
            <LineField
              label={t('reference:field.farReason')}
              description={km === null ? undefined : t('reference:field.farReasonHint', { count: km })}
              name="fields.farReason"
              required={km !== null}
              value={fields.farReason}
              onChange={(farReason) => patch({ farReason })}
            />
          )}
          <CodeField
            list="governing_authority"
            label={t('reference:field.authority')}
            name="fields.authority"
            required
            value={fields.authority}
            onChange={(authority) => patch({ authority })}
          />
        </SimpleGrid>
        <Checkbox
          label={t('reference:field.active')}
          description={t('reference:field.activeHint')}
          checked={fields.active}
          onChange={(event) => patch({ active: event.currentTarget.checked })}
        />
      </FormSection>
    </>
  );
}
