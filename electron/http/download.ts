/** @file A file that the core wrote for download, piece by piece from its memory to the browser. */
import type { ServerResponse } from 'node:http';
import { contract, type OutputOf } from '#shared/contract/contract.ts';
import type { CoreThread } from '#core/core-thread.ts';
import { securityHeaders } from '#shared/contract/csp.ts';

type Piece = OutputOf<'files.piece'>;

/** False when the token stands for nothing; nothing has been sent then. Breaks off when the session ends half-way. */
export async function sendDownload(
  core: Pick<CoreThread, 'call'>,
  token: string,
  response: ServerResponse,
): Promise<boolean> {
  let piece = await readPiece(core, token, 0);
  if (!piece) return false;
  response.writeHead(200, {
    ...securityHeaders,
    'Content-Type': 'application/octet-stream',
    'Content-Length': piece.bytes,
    'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(piece.name)}`,
  });
  let offset = 0;
  while (piece) {
    const data: Uint8Array = Buffer.from(piece.data, 'base64');
    offset += data.length;
    await written(response, data);
    if (piece.done) {
      response.end();
      return true;
    }
    piece = data.length > 0 ? await readPiece(core, token, offset) : undefined;
  }
  response.destroy();
  return true;
}

async function readPiece(core: Pick<CoreThread, 'call'>, token: string, offset: number): Promise<Piece | undefined> {
  const answer = await core.call({ method: 'files.piece', input: { token, offset } });
  return answer.ok ? contract['files.piece'].output.parse(answer.value) : undefined;
}

/** Waits until the browser has room for more, or is gone. */
async function written(response: ServerResponse, data: Uint8Array): Promise<void> {
  if (response.destroyed || response.write(data)) return;
  await new Promise<void>((resolve) => {
    response.once('drain', resolve);
    response.once('close', resolve);
  });
}
