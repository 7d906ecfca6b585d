import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { attachmentFields } from '#renderer/components/attachments/attachment-fields.ts';
import type { FieldWords, GroupWords } from '#renderer/components/record/group-words.tsx';
import { transferGroup } from '#renderer/components/transfer/transfer-group.tsx';
import { useStepKindLabels } from './use-step-kind-labels.ts';

/** How history and conflicts tell the groups of a dispute. */
export function useDisputeWords(): GroupWords {
  const { t } = useTranslation();
  return useMemo(() => {
    const text = (label: string): FieldWords => ({ label, as: 'text' });
    const code = (label: string, list: string): FieldWords => ({ label, as: { list } });
    const date = (label: string): FieldWords => ({ label, as: 'date' });
    const place = (label: string): FieldWords => ({ label, as: 'place' });
    const flag = (label: string): FieldWords => ({ label, as: 'flag' });
    return {
      owner: { label: t('disputes:group.owner'), fields: {} },
      void: { label: t('disputes:group.void'), fields: { voided: flag(t('common:record.voided')) } },
      voidReason: { label: t('disputes:group.voidReason'), fields: { reason: text(t('common:label.reason')) } },
      number: {
        label: t('disputes:group.number'),
        fields: { number: { label: t('disputes:field.number'), as: 'identifier' } },
      },
      intake: {
        label: t('disputes:group.intake'),
        fields: {
          date: date(t('disputes:field.intakeDate')),
          channel: code(t('disputes:field.channel'), 'intake_channel'),
        },
      },
      types: {
        label: t('disputes:group.types'),
        fields: {
          main: code(t('disputes:field.mainType'), 'dispute_type'),
          others: code(t('disputes:field.otherTypes'), 'dispute_type'),
        },
      },
      place: { label: t('disputes:group.place'), fields: { district: place(t('disputes:field.district')) } },
      stage: {
        label: t('disputes:group.stage'),
        fields: {
          stage: code(t('disputes:field.stage'), 'dispute_stage'),
          since: date(t('disputes:field.since')),
          heldFrom: code(t('disputes:field.heldFrom'), 'dispute_stage'),
          outcome: code(t('disputes:field.outcome'), 'dispute_outcome'),
          holdReason: code(t('disputes:field.holdReason'), 'hold_reason'),
          review: date(t('disputes:field.review')),
        },
      },
      move: {
        label: t('disputes:group.move'),
        fields: {
          from: code(t('disputes:field.moveFrom'), 'dispute_stage'),
          to: code(t('disputes:move.to'), 'dispute_stage'),
          date: date(t('disputes:move.date')),
          outcome: code(t('disputes:field.outcome'), 'dispute_outcome'),
          holdReason: code(t('disputes:field.holdReason'), 'hold_reason'),
          review: date(t('disputes:field.review')),
        },
      },
      moveNote: { label: t('disputes:group.moveNote'), fields: { reason: text(t('disputes:move.reason')) } },
      party: {
        label: t('disputes:group.party'),
        fields: {
          role: code(t('disputes:party.role'), 'party_role'),
          kind: code(t('disputes:party.kind'), 'party_kind'),
          sex: code(t('disputes:party.sex'), 'sex'),
          ageBand: code(t('disputes:party.ageBand'), 'age_band'),
          displacement: code(t('disputes:party.displacement'), 'displacement_status'),
          headsHousehold: flag(t('disputes:party.headsHousehold')),
          household: { label: t('disputes:party.household'), as: 'number' },
        },
      },
      paper: { label: t('disputes:group.paper'), fields: attachmentFields(t) },
      transfer: transferGroup(t),
      share: { label: t('transfers:group.share'), fields: {} },
      partyName: {
        label: t('disputes:group.partyName'),
        fields: {
          name: text(t('disputes:party.name')),
          phone: { label: t('disputes:party.phone'), as: 'identifier' },
        },
      },
      protection: {
        label: t('disputes:group.protection'),
        fields: { flags: code(t('disputes:party.care'), 'vulnerability_flag') },
      },
      protectionLocal: {
        label: t('disputes:group.protectionLocal'),
        fields: { flags: code(t('disputes:party.care'), 'vulnerability_flag') },
      },
      consent: {
        label: t('disputes:group.consent'),
        fields: {
          scope: code(t('disputes:consent.scope'), 'consent_scope'),
          status: code(t('disputes:consent.status'), 'consent_status'),
          method: code(t('disputes:consent.method'), 'consent_method'),
          date: date(t('disputes:consent.date')),
        },
      },
      step: {
        label: t('disputes:group.step'),
        fields: {
          kind: { label: t('disputes:step.kind'), as: (value) => <StepKindLabel kind={String(value)} /> },
          date: date(t('disputes:step.date')),
        },
      },
      stepText: {
        label: t('disputes:group.stepText'),
        fields: { text: text(t('disputes:step.text')), next: text(t('disputes:step.next')) },
      },
      mediator: {
        label: t('disputes:group.mediator'),
        fields: { assigned: flag(t('disputes:history.assigned')) },
      },
      property: {
        label: t('disputes:group.property'),
        fields: {
          type: code(t('disputes:field.propertyType'), 'property_type'),
          condition: code(t('disputes:field.propertyCondition'), 'property_condition'),
        },
      },
      propertyPlace: {
        label: t('disputes:group.propertyPlace'),
        fields: {
          place: place(t('disputes:field.propertyPlace')),
          description: text(t('disputes:field.propertyDescription')),
        },
      },
      narrative: { label: t('disputes:group.narrative'), fields: { text: text(t('disputes:field.narrative')) } },
    };
  }, [t]);
}

export function StepKindLabel({ kind }: { kind: string }) {
  return <span>{useStepKindLabels().labelOf(kind)}</span>;
}
