import { useTranslation } from 'react-i18next';
import { formatDegrees } from '#shared/domain/position.ts';
import { attachmentFields } from '#renderer/components/attachments/attachment-fields.ts';
import { Identifier } from '#renderer/components/identifier.tsx';
import { drawMoney } from '#renderer/components/money-text.tsx';
import { PartnerLabel } from '#renderer/components/partner-label.tsx';
import type { GroupWords } from '#renderer/components/record/group-words.tsx';
import { SiteLabel } from '#renderer/components/site-label.tsx';
import { useIncidentKinds } from './use-incident-kinds.ts';

const drawSite = (value: unknown) => <SiteLabel id={String(value)} />;
const drawPartner = (value: unknown) => <PartnerLabel id={String(value)} />;
const drawDegrees = (value: unknown) => <Identifier>{formatDegrees(Number(value))}</Identifier>;

/** How history and conflicts tell the groups of a site. */
export function useSiteWords(): GroupWords {
  const { t } = useTranslation();
  const shared = useSharedWords();
  return {
    ...shared,
    identity: {
      label: t('holdings:section.site'),
      fields: {
        name: { label: t('holdings:field.siteName'), as: 'text' },
        kind: { label: t('holdings:field.kind'), as: { list: 'infrastructure_kind' } },
        kindNote: { label: t('holdings:field.kindNote'), as: 'text' },
        place: { label: t('holdings:field.place'), as: 'place' },
      },
    },
    position: {
      label: t('holdings:field.position'),
      fields: {
        lat: { label: t('holdings:group.lat'), as: drawDegrees },
        lon: { label: t('holdings:group.lon'), as: drawDegrees },
      },
    },
    station: {
      label: t('holdings:field.station'),
      fields: {
        station: { label: t('holdings:field.station'), as: 'text' },
        partOf: { label: t('holdings:field.partOf'), as: drawSite },
      },
    },
    staff: {
      label: t('holdings:group.staff'),
      fields: {
        women: { label: t('holdings:field.women'), as: 'number' },
        men: { label: t('holdings:field.men'), as: 'number' },
      },
    },
    access: {
      label: t('holdings:field.features'),
      fields: { features: { label: t('holdings:field.features'), as: { list: 'office_access_feature' } } },
    },
    works: {
      label: t('holdings:section.works'),
      fields: {
        startedOn: { label: t('holdings:field.startedOn'), as: 'date' },
        finishedOn: { label: t('holdings:field.finishedOn'), as: 'date' },
      },
    },
  };
}

/** How history and conflicts tell the groups of an asset. */
export function useAssetWords(): GroupWords {
  const { t } = useTranslation();
  const shared = useSharedWords();
  return {
    ...shared,
    identity: {
      label: t('holdings:section.asset'),
      fields: {
        name: { label: t('holdings:field.assetName'), as: 'text' },
        kind: { label: t('holdings:field.kind'), as: { list: 'infrastructure_kind' } },
        kindNote: { label: t('holdings:field.kindNote'), as: 'text' },
        quantity: { label: t('holdings:field.quantity'), as: 'number' },
      },
    },
    mark: {
      label: t('holdings:list.mark'),
      fields: {
        plate: { label: t('holdings:field.plate'), as: 'text' },
        serial: { label: t('holdings:field.serial'), as: 'identifier' },
      },
    },
    acquired: {
      label: t('holdings:field.acquiredOn'),
      fields: { acquiredOn: { label: t('holdings:field.acquiredOn'), as: 'date' } },
    },
    location: {
      label: t('holdings:section.location'),
      fields: {
        site: { label: t('holdings:field.site'), as: drawSite },
        place: { label: t('holdings:field.place'), as: 'place' },
      },
    },
  };
}

function useSharedWords(): GroupWords {
  const { t } = useTranslation();
  const kindLabel = useIncidentKinds();
  return {
    owner: { label: t('forums:group.owner'), fields: {} },
    void: { label: t('forums:group.void'), fields: { voided: { label: t('common:record.voided'), as: 'flag' } } },
    voidReason: {
      label: t('forums:group.voidReason'),
      fields: { reason: { label: t('common:label.reason'), as: 'text' } },
    },
    funding: {
      label: t('holdings:section.funding'),
      fields: {
        donor: { label: t('holdings:field.donor'), as: drawPartner },
        amount: { label: t('holdings:field.amount'), as: drawMoney, with: ['currency'] },
      },
    },
    state: {
      label: t('holdings:section.state'),
      fields: {
        status: { label: t('holdings:field.status'), as: { list: 'asset_status' } },
        condition: { label: t('holdings:field.condition'), as: { list: 'asset_condition' } },
        policeReport: { label: t('holdings:field.policeReport'), as: 'text' },
      },
    },
    handover: {
      label: t('holdings:group.handover'),
      fields: {
        date: { label: t('common:label.date'), as: 'date' },
        from: { label: t('holdings:handover.from'), as: 'text' },
        to: { label: t('holdings:handover.to'), as: 'text' },
        toSite: { label: t('holdings:handover.toSite'), as: drawSite },
        giverRole: { label: t('holdings:handover.giverRole'), as: 'text' },
        receiverRole: { label: t('holdings:handover.receiverRole'), as: 'text' },
        signed: { label: t('holdings:handover.signed'), as: 'flag' },
        unsignedWhy: { label: t('holdings:handover.unsignedWhy'), as: 'text' },
      },
    },
    handoverNames: {
      label: t('holdings:group.handoverNames'),
      fields: {
        giver: { label: t('holdings:handover.giver'), as: 'text' },
        receiver: { label: t('holdings:handover.receiver'), as: 'text' },
        witness: { label: t('holdings:handover.witness'), as: 'text' },
      },
    },
    check: {
      label: t('holdings:group.check'),
      fields: {
        date: { label: t('common:label.date'), as: 'date' },
        condition: { label: t('holdings:field.condition'), as: { list: 'asset_condition' } },
        status: { label: t('holdings:field.status'), as: { list: 'asset_status' } },
        note: { label: t('holdings:check.note'), as: 'text' },
      },
    },
    incident: {
      label: t('holdings:group.incident'),
      fields: {
        date: { label: t('common:label.date'), as: 'date' },
        kind: { label: t('holdings:incident.kind'), as: (value) => kindLabel(String(value)) },
        policeReport: { label: t('holdings:field.policeReport'), as: 'text' },
      },
    },
    incidentText: {
      label: t('holdings:group.incidentText'),
      fields: { text: { label: t('holdings:incident.text'), as: 'text' } },
    },
    paper: { label: t('holdings:group.paper'), fields: attachmentFields(t) },
    file: { label: t('holdings:group.file'), fields: attachmentFields(t) },
  };
}
