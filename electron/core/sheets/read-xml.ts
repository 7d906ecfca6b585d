/** @file XML of an .xlsx, event by event; it may hold no document type, so that no entity is ever expanded. */
import { SaxesParser } from 'saxes';
import { refusal } from '#shared/errors/codes.ts';
import { type Reading, SheetRefused } from './sheet.ts';

export type XmlEvents = {
  /** Names without their prefix, attributes with theirs. */
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
};

/** Throws SheetRefused: `sheet/damaged` for what is no well-formed XML in UTF-8, and whatever an event throws. */
export async function readXml(pieces: AsyncIterable<Uint8Array>, events: XmlEvents, isStopped: Reading['isStopped']) {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const damaged = (): never => {
    throw new SheetRefused(refusal('sheet/damaged', {}));
  };
  parser.on('error', damaged);
  parser.on('doctype', damaged);
  const { open, close, text } = events;
  if (open) parser.on('opentag', ({ name, attributes }) => open(localName(name), attributes));
  if (close) parser.on('closetag', ({ name }) => close(localName(name)));
  if (text) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  const decode = (piece?: Uint8Array): string => {
    try {
      return decoder.decode(piece, { stream: piece !== undefined });
    } catch {
      return damaged();
    }
  };
  for await (const piece of pieces) {
    if (isStopped()) throw new SheetRefused(refusal('import/stopped', {}));
    parser.write(decode(piece));
  }
  parser.write(decode()).close();
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);
