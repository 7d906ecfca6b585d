/** @file Reads resources/domain/places.csv: the country, its governorates and their districts. */
import { checkLabel } from './labels.ts';
import { sourceFault } from './source-fault.ts';

export type ParsedPlace = {
  readonly code: string;
  readonly parent: string | null;
  readonly level: number;
  readonly names: { readonly en: string; readonly 'ar-IQ': string; readonly 'ckb-IQ': string };
  /** Degrees north and east of the seat, good to a few kilometres. */
  readonly lat: number;
  readonly lon: number;
};

const SOURCE = 'places.csv';
const HEADER = 'code,parent_code,level,name_en,name_ar,name_ckb,lat,lon';
const CODE_OF_LEVEL = [/^IQ$/, /^IQG(\d\d|X\d\d)$/, /^IQG(\d\d|X\d\d)[QX]\d\d$/];

/** @throws SourceFault with the line number: malformed rows, doubled codes, unknown parents, missing or wrong names. */
export function parsePlaces(text: string): ParsedPlace[] {
  const [header, ...rows] = text.trimEnd().split('\n');
  if (header !== HEADER) throw sourceFault(SOURCE, 1, `expected "${HEADER}"`);
  const places = new Map<string, ParsedPlace>();
  rows.forEach((row, index) => {
    const place = readPlace(row, index + 2);
    if (places.has(place.code)) throw sourceFault(SOURCE, index + 2, `code ${place.code} stands twice`);
    const parentLevel = place.parent === null ? -1 : places.get(place.parent)?.level;
    if (parentLevel !== place.level - 1) throw sourceFault(SOURCE, index + 2, `${place.parent} cannot be its parent`);
    places.set(place.code, place);
  });
  return [...places.values()];
}

function readPlace(row: string, line: number): ParsedPlace {
  const cells = row.split(',');
  if (cells.length !== 8) throw sourceFault(SOURCE, line, `${cells.length} cells instead of 8`);
  const [code = '', parent = '', levelText = '', en = '', ar = '', ckb = '', lat = '', lon = ''] = cells;
  const level = Number(levelText);
  if (!CODE_OF_LEVEL[level]?.test(code)) throw sourceFault(SOURCE, line, `${code} is no code of level ${levelText}`);
  checkLabel('en', en, (reason) => sourceFault(SOURCE, line, `name_en: ${reason}`));
  checkLabel('ar-IQ', ar, (reason) => sourceFault(SOURCE, line, `name_ar: ${reason}`));
  checkLabel('ckb-IQ', ckb, (reason) => sourceFault(SOURCE, line, `name_ckb: ${reason}`));
  return {
    code,
    parent: parent === '' ? null : parent,
    level,
    names: { en, 'ar-IQ': ar, 'ckb-IQ': ckb },
    lat: readDegrees(lat, line, 29, 38),
    lon: readDegrees(lon, line, 38, 49),
  };
}

function readDegrees(text: string, line: number, least: number, most: number): number {
  const degrees = Number(text);
  if (!/^\d\d\.\d{4}$/.test(text) || degrees < least || degrees > most) {
    throw sourceFault(SOURCE, line, `${text} lies outside Iraq`);
  }
  return degrees;
}
