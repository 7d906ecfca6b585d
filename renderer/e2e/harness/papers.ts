/** @file Files as people attach them: a large photo that tells where it was taken, papers of many pages, and bombs. */
import { deflateSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { canary, exifBlock, jpegSegment, pngChunk } from '#core/testing/pictures.ts';
import type { Carried } from './direct.ts';

export { canary };

/** A photo of that size with place, camera and a turn by a quarter in its EXIF; it does not compress well. */
export async function makePhoto(page: Page, name: string, width: number, height: number): Promise<Carried> {
  const base64 = await page.evaluate(drawPhoto, { width, height });
  const plain = Buffer.from(base64, 'base64');
  const tells = jpegSegment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), exifBlock(6)]));
  return { name, bytes: Buffer.concat([plain.subarray(0, 2), tells, plain.subarray(2)]) };
}

/** Runs in the page: a street under the sky, with the grain of a cheap camera. */
async function drawPhoto({ width, height }: { width: number; height: number }): Promise<string> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  const pixels = context.createImageData(width, height);
  for (let at = 0; at < pixels.data.length; at += 4) {
    const row = Math.floor(at / 4 / width) / height;
    const grain = Math.random() * 90;
    const [red, green, blue] = row < 0.45 ? [90, 140, 165] : [150, 120, 80];
    pixels.data.set([red + grain, green + grain, blue + grain, 255], at);
  }
  context.putImageData(pixels, 0, 0);
  context.fillStyle = '#444';
  context.fillRect(width * 0.1, height * 0.2, width * 0.2, height * 0.4);
  context.fillRect(width * 0.6, height * 0.25, width * 0.25, height * 0.35);
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}

/** A PDF whose pages say their number; 50,000 of them are a few megabytes. */
export function makePaper(name: string, pages: number): Carried {
  const objects: string[] = [];
  const kids = Array.from({ length: pages }, (_, index) => `${4 + 2 * index} 0 R`).join(' ');
  objects.push('<</Type/Catalog/Pages 2 0 R>>', `<</Type/Pages/Count ${pages}/Kids[${kids}]>>`);
  objects.push('<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>');
  for (let index = 0; index < pages; index += 1) {
    const text = `BT /F 48 Tf 60 700 Td (${index + 1}) Tj ET`;
    objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Contents ${5 + 2 * index} 0 R>>`,
      `<</Length ${text.length}>>stream\n${text}\nendstream`,
    );
  }
  let body = '%PDF-1.4\n';
  const parts: string[] = [];
  const offsets: number[] = [];
  let at = body.length;
  for (const [index, object] of objects.entries()) {
    const text = `${index + 1} 0 obj${object}endobj\n`;
    offsets.push(at);
    parts.push(text);
    at += text.length;
  }
  body += parts.join('');
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const count = objects.length + 1;
  const end = `xref\n0 ${count}\n0000000000 65535 f \n${table}trailer<</Size ${count}/Root 1 0 R>>\nstartxref\n${at}\n%%EOF`;
  return { name, bytes: Buffer.from(body + end, 'latin1') };
}

/** A valid picture of 400 million white dots in a few kilobytes. */
export const makeBomb = (name: string): Carried => whitePicture(name, 20_000);

/** A picture that ends before it begins. */
export function makeBroken(name: string): Carried {
  const { bytes } = whitePicture(name, 40);
  return { name, bytes: bytes.subarray(0, 40) };
}

function whitePicture(name: string, side: number): Carried {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.set([1, 0, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.alloc(side * (1 + side / 8)));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const chunks = [pngChunk('IHDR', head), pngChunk('IDAT', rows), pngChunk('IEND', Buffer.alloc(0))];
  return { name, bytes: Buffer.concat([signature, ...chunks]) };
}
