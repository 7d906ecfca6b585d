import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnyHoldingView } from '#shared/contract/holdings.ts';
import { refusal } from '#shared/errors/codes.ts';
import { useCall } from '#renderer/client/use-call.ts';
import { CodeLabel } from '#renderer/components/code-label.tsx';
import { FailureNotice } from '#renderer/components/failure-notice.tsx';
import { useFormat } from '#renderer/components/language-context.tsx';
import { MoneyText } from '#renderer/components/money-text.tsx';
import { PaperBody } from '#renderer/components/paper/paper-body.tsx';
import {
  type PaperFact,
  PaperFacts,
  PaperSection,
  PaperSignatures,
  PaperText,
} from '#renderer/components/paper/paper-pieces.tsx';
import { recordStanding } from '#renderer/components/paper/record-standing.ts';
import { PartnerLabel } from '#renderer/components/partner-label.tsx';
import { PlaceLabel } from '#renderer/components/place-label.tsx';
import { QueryState } from '#renderer/components/query-state.tsx';
import { KindText } from './holding-facts.tsx';

/** What was handed over from whom to whom, to be signed. `of`: a site or an asset; `part`: element id of the hand-over. */
export function HandoverPaper({ of, part }: { of: string; part: string }) {
  const holding = useCall('holdings.get', { recordId: of });
  return (
    <QueryState of={holding}>
      {(view) =>
        view.at === 'asset' ? (
          <OfAsset holding={view} part={part} />
        ) : (
          <OfHolding holding={view} part={part} marks={[]} />
        )
      }
    </QueryState>
  );
}

type Props = { holding: AnyHoldingView; part: string };

/** Of an asset the marks by which it is known again stand on the paper. */
function OfAsset({ holding, part }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const asset = useCall('assets.get', { assetId: holding.id });
  return (
    <QueryState of={asset}>
      {({ plate, serial, quantity }) => (
        <OfHolding
          holding={holding}
          part={part}
          marks={[
            { label: t('holdings:field.plate'), number: plate },
            { label: t('holdings:field.serial'), number: serial },
            { label: t('holdings:field.quantity'), value: format.number(quantity) },
          ]}
        />
      )}
    </QueryState>
  );
}

function OfHolding({ holding, part, marks }: Props & { marks: readonly PaperFact[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const index = holding.handovers.findIndex(({ id }) => id === part);
  const entry = holding.handovers[index];
  if (!entry) return <FailureNotice error={refusal('record/not-found', {})} />;
  const corrected = holding.handovers.some(({ corrects }) => corrects === part);
  const unsigned = entry.signed ? undefined : t('holdings:handover.unsigned', { reason: entry.unsignedWhy });
  const { kind, kindNote, name, place, condition, donor, amount, currency } = holding;
  return (
    <PaperBody
      title={t('papers:kind.handover')}
      number={`${entry.date}-${holding.handovers.length - index}`}
      date={entry.date}
      file="handover"
      standing={recordStanding(holding, t) ?? (corrected ? t('holdings:entry.corrected') : unsigned)}
    >
      <PaperSection title={t('papers:handover.what')}>
        <PaperFacts
          facts={[
            { label: t('holdings:field.kind'), value: <KindText kind={kind} note={kindNote} /> },
            { label: t('papers:handover.name'), value: <bdi>{name}</bdi> },
            ...marks,
            {
              label: t('papers:handover.condition'),
              value: condition && <CodeLabel list="asset_condition" code={condition} />,
            },
            { label: t('holdings:field.donor'), value: donor && <PartnerLabel id={donor} /> },
            {
              label: t('holdings:field.amount'),
              value: amount !== null && <MoneyText amount={amount} currency={currency ?? ''} />,
            },
            { label: t('holdings:field.place'), value: <PlaceLabel code={place} /> },
          ]}
        />
      </PaperSection>
      <PaperSection title={t('holdings:handover.sides')}>
        <PaperFacts
          facts={[
            { label: t('holdings:handover.date'), value: format.dateWithWeekday(entry.date), number: entry.date },
            { label: t('holdings:handover.from'), value: <bdi>{entry.from}</bdi> },
            { label: t('holdings:handover.to'), value: <bdi>{entry.to}</bdi> },
            {
              label: t('holdings:handover.giver'),
              value: <Signer name={entry.names?.giver ?? null} role={entry.giverRole} />,
            },
            {
              label: t('holdings:handover.receiver'),
              value: <Signer name={entry.names?.receiver ?? null} role={entry.receiverRole} />,
            },
          ]}
        />
      </PaperSection>
      <PaperSignatures
        signatures={[
          { place: t('papers:handover.giver'), name: entry.names?.giver },
          { place: t('papers:handover.receiver'), name: entry.names?.receiver },
          { place: t('holdings:handover.witness'), name: entry.names?.witness },
        ]}
      />
    </PaperBody>
  );
}

function Signer({ name, role }: { name: string | null; role: string }): ReactNode {
  return (
    <>
      <PaperText value={name} />
      {role !== '' && (
        <>
          {' · '}
          <bdi>{role}</bdi>
        </>
      )}
    </>
  );
}
