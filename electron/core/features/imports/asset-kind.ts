import { createAsset } from '#core/features/assets/create-asset.ts';
import { editAsset } from '#core/features/assets/edit-asset.ts';
import { groupsToAsset } from '#core/features/assets/asset-groups.ts';
import { AssetFields } from '#shared/contract/assets.ts';
import { isChosenStatus } from '#shared/domain/infrastructure.ts';
import { fromMinor, isCurrency, toMinor } from '#shared/domain/money.ts';
import { noCommand } from './no-command.ts';
import { numberOr, textOr, textOrNull, type Values } from './import-kind.ts';
import { markKey } from './read-cell.ts';
import { openRecordKind, type RecordKind } from './record-kind.ts';

const kind: RecordKind<AssetFields> = {
  at: 'asset',
  title: ({ name }) => textOr(name, ''),
  keys: ({ serial, plate }) => marks(textOr(serial, ''), textOr(plate, '')),
  keysOfRecord: ({ serial = '', plate = '' }) => marks(serial, plate),
  schema: AssetFields,
  blank: () => ({
    kind: '' as AssetFields['kind'],
    kindNote: '',
    name: '',
    place: '',
    status: '' as AssetFields['status'],
    condition: null,
    policeReport: '',
    donor: null,
    amount: null,
    currency: null,
    serial: '',
    plate: '',
    quantity: 1,
    acquiredOn: null,
    site: null,
  }),
  current: ({ values }) => {
    const { siteId, handovers: _, checks: _checks, incidents: _incidents, ...fields } = groupsToAsset(values);
    return { ...fields, site: siteId } as AssetFields;
  },
  merge,
  faults: ({ status }, isNew) =>
    isNew && !isChosenStatus(status) ? [{ path: ['status'], code: 'field/handed-over-by-act' }] : [],
  fieldOf: (path) => path,
  isOpen: () => true,
  create: (context, fields) => createAsset(context, { fields, ...noCommand }),
  edit: (context, assetId, fields, heads) => editAsset(context, { assetId, fields, heads, ...noCommand }),
};

export const openAssets = openRecordKind(kind);

const marks = (serial: string, plate: string): string[] => [
  ...(markKey(serial) === '' ? [] : [`serial:${markKey(serial)}`]),
  ...(markKey(plate) === '' ? [] : [`plate:${markKey(plate)}`]),
];

function merge(before: AssetFields, values: Values): AssetFields {
  const currency = textOrNull(values.currency) ?? before.currency;
  return {
    kind: textOr(values.kind, before.kind) as AssetFields['kind'],
    kindNote: textOr(values.kindNote, before.kindNote),
    name: textOr(values.name, before.name),
    place: textOr(values.place, before.place),
    status: textOr(values.status, before.status) as AssetFields['status'],
    condition: (textOrNull(values.condition) ?? before.condition) as AssetFields['condition'],
    policeReport: textOr(values.policeReport, before.policeReport),
    donor: textOrNull(values.donor) ?? before.donor,
    amount: amountOf(values, before, currency),
    currency: currency as AssetFields['currency'],
    serial: textOr(values.serial, before.serial),
    plate: textOr(values.plate, before.plate),
    quantity: numberOr(values.quantity, before.quantity),
    acquiredOn: textOrNull(values.acquiredOn) ?? before.acquiredOn,
    site: textOrNull(values.site) ?? before.site,
  };
}

/** An amount without a currency keeps its figure, so that the missing currency is what is told. */
function amountOf(values: Values, before: AssetFields, currency: string | null): number | null {
  const units = numberOr(
    values.amount,
    before.amount === null ? null : fromMinor(before.amount, before.currency ?? ''),
  );
  if (units === null) return null;
  return currency !== null && isCurrency(currency) ? toMinor(units, currency) : Math.round(units);
}
