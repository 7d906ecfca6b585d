import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/contract.ts';
import { waybillDigits } from '#shared/domain/waybill-digits.ts';
import { useCall } from '#renderer/client/use-call.ts';
import { useFormat } from '#renderer/components/language-context.tsx';
import { PaperBody } from '#renderer/components/paper/paper-body.tsx';
import { PaperFacts, PaperSignatures } from '#renderer/components/paper/paper-pieces.tsx';
import { QueryState } from '#renderer/components/query-state.tsx';
import { SquareCode } from '#renderer/components/square-code.tsx';

type Waybill = OutputOf<'exchange.waybill'>;

/** The paper that goes with a stick. `of`: the node it goes to; `part`: number of the file. */
export function WaybillPaper({ of, part }: { of: string; part: string }) {
  const waybill = useCall('exchange.waybill', { node: of, bundleNumber: Number(part) });
  return <QueryState of={waybill}>{(value) => <Contents waybill={value} />}</QueryState>;
}

/** One page: from whom to whom, the numbers of the file, and places to sign. Numbers stand alone, left to right. */
function Contents({ waybill }: { waybill: Waybill }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { from, to, positions, bundleNumber, sha, bytes } = waybill;
  const digits = waybillDigits({ ...positions, bundleNumber, sha, bytes });
  const hasChanges = positions.to >= positions.from;
  return (
    <PaperBody
      title={t('papers:kind.waybill')}
      number={[from.code, bundleNumber].filter(Boolean).join('-')}
      date={waybill.at.slice(0, 10)}
      file="waybill"
      unnamed
    >
      <div className="paper-head">
        <PaperFacts
          facts={[
            { label: t('exchange:waybill.from'), value: <bdi>{from.name}</bdi>, number: from.code },
            { label: t('exchange:waybill.to'), value: <bdi>{to.name}</bdi>, number: to.code },
            { label: t('exchange:waybill.number'), number: String(bundleNumber) },
            { label: t('exchange:waybill.file'), number: waybill.file },
            {
              label: t('exchange:waybill.at'),
              value: <bdi>{format.moment(waybill.at)}</bdi>,
              number: waybill.at.slice(0, 10),
            },
          ]}
        />
        <SquareCode digits={digits} label={t('exchange:waybill.qr')} />
      </div>
      <PaperFacts
        facts={[
          { label: t('exchange:waybill.changes'), number: String(waybill.changes) },
          {
            label: t('exchange:waybill.positions'),
            number: hasChanges ? `${positions.epoch} / ${positions.from}-${positions.to}` : `${positions.epoch} / 0`,
          },
          { label: t('exchange:waybill.parts'), number: String(waybill.blobParts) },
          { label: t('exchange:waybill.bytes'), value: <bdi>{format.size(bytes)}</bdi>, number: String(bytes) },
          { label: t('exchange:waybill.sha'), number: sha.slice(0, 16) },
          { label: t('exchange:waybill.roster'), number: String(waybill.roster) },
          { label: t('exchange:waybill.program'), number: waybill.appVersion },
        ]}
      />
      <p>{t('exchange:waybill.explain')}</p>
      <p>{t('exchange:waybill.after')}</p>
      <PaperSignatures
        signatures={[
          { place: t('exchange:waybill.handedOver') },
          { place: t('exchange:waybill.carriedBy') },
          { place: t('exchange:waybill.received') },
        ]}
      />
    </PaperBody>
  );
}
