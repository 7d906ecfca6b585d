import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/contract.ts';
import { waybillDigits } from '#shared/domain/waybill-digits.ts';
import { useFormat } from '#renderer/components/language-context.tsx';
import { SquareCode } from '#renderer/components/square-code.tsx';

type Waybill = OutputOf<'exchange.waybill'>;

/** One page: from whom to whom, the numbers of the file, and places to sign. Numbers stand alone, left to right. */
export function WaybillPaper({ waybill }: { waybill: Waybill }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { from, to, positions, bundleNumber, sha, bytes } = waybill;
  const digits = waybillDigits({ ...positions, bundleNumber, sha, bytes });
  const hasChanges = positions.to >= positions.from;
  return (
    <>
      <h2>{t('exchange:waybill.title')}</h2>
      <div className="paper-head">
        <table>
          <tbody>
            <Row label={t('exchange:waybill.from')} text={from.name} number={from.code} />
            <Row label={t('exchange:waybill.to')} text={to.name} number={to.code} />
            <Row label={t('exchange:waybill.number')} number={String(bundleNumber)} />
            <Row label={t('exchange:waybill.file')} number={waybill.file} />
            <Row label={t('exchange:waybill.at')} text={format.moment(waybill.at)} number={waybill.at.slice(0, 10)} />
          </tbody>
        </table>
        <SquareCode digits={digits} label={t('exchange:waybill.qr')} />
      </div>
      <table>
        <tbody>
          <Row label={t('exchange:waybill.changes')} number={String(waybill.changes)} />
          <Row
            label={t('exchange:waybill.positions')}
            number={hasChanges ? `${positions.epoch} / ${positions.from}-${positions.to}` : `${positions.epoch} / 0`}
          />
          <Row label={t('exchange:waybill.parts')} number={String(waybill.blobParts)} />
          <Row label={t('exchange:waybill.bytes')} text={format.size(bytes)} number={String(bytes)} />
          <Row label={t('exchange:waybill.sha')} number={sha.slice(0, 16)} />
          <Row label={t('exchange:waybill.roster')} number={String(waybill.roster)} />
          <Row label={t('exchange:waybill.program')} number={waybill.appVersion} />
        </tbody>
      </table>
      <p>{t('exchange:waybill.explain')}</p>
      <p>{t('exchange:waybill.after')}</p>
      <h3>{t('exchange:waybill.signatures')}</h3>
      <div className="paper-signatures">
        {[t('exchange:waybill.handedOver'), t('exchange:waybill.carriedBy'), t('exchange:waybill.received')].map(
          (place) => (
            <div key={place}>
              <b>{place}</b>
              <span>{t('exchange:waybill.nameDateSignature')}</span>
            </div>
          ),
        )}
      </div>
    </>
  );
}

function Row({ label, text = '', number = null }: { label: string; text?: string; number?: string | null }) {
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>
        {text !== '' && (
          <p>
            <bdi>{text}</bdi>
          </p>
        )}
        {number !== null && (
          <p dir="ltr" className="identifier">
            {number}
          </p>
        )}
      </td>
    </tr>
  );
}
