import { SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DateField } from '#renderer/components/fields/date-field.tsx';
import { LineField } from '#renderer/components/fields/line-field.tsx';
import { NumberField } from '#renderer/components/fields/number-field.tsx';
import { PassageField } from '#renderer/components/fields/passage-field.tsx';
import { Facts } from '#renderer/components/record/facts.tsx';
import { FormSection } from '#renderer/components/record-form/form-section.tsx';
import { NamesWarning } from './names-warning.tsx';
import { ActionsEditor } from './actions-editor.tsx';
import type { PlanForm, ProfileForm } from './plan-form-model.ts';
import { ProblemsEditor } from './problems-editor.tsx';
import { SessionsField } from './sessions-field.tsx';

type Props = {
  forum: { readonly id: string; readonly name: string };
  fields: PlanForm;
  patch: (change: Partial<PlanForm>) => void;
  /** Problems of an endorsed plan: their scores stay until a review. */
  locked: ReadonlySet<string>;
  /** It is endorsed: what is changed becomes a new version. */
  revises: boolean;
};

/** In the order a plan is made: the area, whose voices were heard, the problems, what is done against them. */
export function PlanFieldset({ forum, fields, patch, locked, revises }: Props) {
  const { t } = useTranslation();
  return (
    <>
      {revises && <RevisionFields fields={fields} patch={patch} />}
      <FormSection title={t('plans:section.plan')}>
        <Facts facts={[{ label: t('plans:field.forum'), value: <bdi>{forum.name}</bdi> }]} />
        <PlanFacts fields={fields} patch={patch} />
        <NamesWarning />
      </FormSection>
      <FormSection title={t('plans:section.profile')}>
        <ProfileFields
          profile={fields.profile}
          onChange={(change) => patch({ profile: { ...fields.profile, ...change } })}
        />
      </FormSection>
      <FormSection title={t('plans:section.voices')}>
        <SessionsField
          forumId={forum.id}
          value={fields.consultations}
          onChange={(consultations) => patch({ consultations })}
        />
      </FormSection>
      <FormSection title={t('plans:section.problems')}>
        <ProblemsEditor
          forumId={forum.id}
          problems={fields.problems}
          rankReason={fields.rankReason}
          locked={locked}
          onChange={(problems) => patch({ problems })}
          onRankReason={(rankReason) => patch({ rankReason })}
        />
      </FormSection>
      <FormSection title={t('plans:section.actions')}>
        <ActionsEditor actions={fields.actions} problems={fields.problems} onChange={(actions) => patch({ actions })} />
      </FormSection>
    </>
  );
}

type PartProps = Pick<Props, 'fields' | 'patch'>;

function RevisionFields({ fields, patch }: PartProps) {
  const { t } = useTranslation();
  return (
    <FormSection title={t('plans:revision.title')}>
      <DateField
        label={t('plans:revision.date')}
        name="revision.date"
        value={fields.revisedOn}
        onChange={(revisedOn) => patch({ revisedOn })}
        required
      />
      <PassageField
        label={t('plans:revision.reason')}
        description={t('plans:revision.hint')}
        name="revision.reason"
        value={fields.revisionReason}
        onChange={(revisionReason) => patch({ revisionReason })}
        minRows={2}
        maxLength={1000}
        required
      />
    </FormSection>
  );
}

function PlanFacts({ fields, patch }: PartProps) {
  const { t } = useTranslation();
  return (
    <>
      <LineField
        label={t('plans:field.title')}
        name="fields.title"
        value={fields.title}
        onChange={(title) => patch({ title })}
        required
      />
      <SimpleGrid cols={{ base: 1, sm: 3 }} verticalSpacing="xs">
        <DateField
          label={t('plans:field.startsOn')}
          name="fields.startsOn"
          value={fields.startsOn}
          onChange={(startsOn) => patch({ startsOn })}
          required
        />
        <DateField
          label={t('plans:field.endsOn')}
          name="fields.endsOn"
          value={fields.endsOn}
          onChange={(endsOn) => patch({ endsOn })}
          required
        />
        <DateField
          label={t('plans:field.draftedOn')}
          name="fields.draftedOn"
          value={fields.draftedOn}
          onChange={(draftedOn) => patch({ draftedOn })}
          required
        />
      </SimpleGrid>
    </>
  );
}

const counts = ['population', 'families', 'displacedFamilies', 'returneeFamilies'] as const;
const passages = ['area', 'communities', 'services', 'history'] as const;

function ProfileFields({
  profile,
  onChange,
}: {
  profile: ProfileForm;
  onChange: (change: Partial<ProfileForm>) => void;
}) {
  const { t } = useTranslation();
  const labels = {
    population: t('plans:profile.population'),
    families: t('plans:profile.families'),
    displacedFamilies: t('plans:profile.displacedFamilies'),
    returneeFamilies: t('plans:profile.returneeFamilies'),
    area: t('plans:profile.area'),
    communities: t('plans:profile.communities'),
    services: t('plans:profile.services'),
    history: t('plans:profile.history'),
  };
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 4 }} verticalSpacing="xs">
        {counts.map((name) => (
          <NumberField
            key={name}
            label={labels[name]}
            name={`fields.profile.${name}`}
            value={profile[name]}
            onChange={(count) => onChange({ [name]: count })}
            max={10_000_000}
          />
        ))}
      </SimpleGrid>
      {passages.map((name) => (
        <PassageField
          key={name}
          label={labels[name]}
          name={`fields.profile.${name}`}
          value={profile[name]}
          onChange={(text) => onChange({ [name]: text })}
          minRows={2}
          maxLength={1000}
        />
      ))}
      <LineField
        label={t('plans:profile.source')}
        name="fields.profile.source"
        value={profile.source}
        onChange={(source) => onChange({ source })}
      />
    </>
  );
}
