/**
 * @file The one door from the window into this process. Whatever comes through is refused unless it comes from the
 * main frame of our window showing one of our screens, is small enough and fits its schema; what goes out fits its
 * schema too.
 */
import type { BrowserWindow, IpcMainInvokeEvent } from 'electron';
// biome-ignore lint/style/noRestrictedImports: this is the wrapper that everyone else must use.
import { ipcMain } from 'electron';
import { AnswerEnvelope, maxCallBytes } from '#shared/contract/envelope.ts';
import type { z } from '#shared/contract/zod.ts';
import { type AppError, refusal } from '#shared/errors/codes.ts';
import { isScreenUrl } from './app-protocol.ts';

export type CurrentWindow = () => BrowserWindow | undefined;

/** Registers a channel; `work` sees nothing but input that `schema` accepted and answers an envelope. */
export function createHandle(
  currentWindow: CurrentWindow,
): <T>(channel: string, schema: z.ZodType<T>, work: (input: T) => Promise<AnswerEnvelope>) => void {
  return (channel, schema, work) => {
    ipcMain.handle(channel, async (event, ...args: unknown[]) => {
      if (!isOurScreen(event, currentWindow())) return refuse(refusal('session/forbidden', {}));
      if (!isSmall(args)) return refuse(refusal('call/too-large', { maxBytes: maxCallBytes }));
      const input = schema.safeParse(args[0]);
      if (!input.success || args.length !== 1) {
        return refuse(refusal('call/bad-input', { fields: [{ path: '', code: 'field/bad-value' }] }));
      }
      const answer = AnswerEnvelope.safeParse(await work(input.data));
      return answer.success ? answer.data : refuse(refusal('internal', { reference: 'answer' }));
    });
  };
}

const refuse = (error: AppError): AnswerEnvelope => ({ ok: false, error });

function isOurScreen(event: IpcMainInvokeEvent, window: BrowserWindow | undefined): boolean {
  if (!window || window.isDestroyed() || event.sender !== window.webContents) return false;
  // A frame that is gone, or that was navigated while the message travelled, has no frame any more.
  const frame = event.senderFrame;
  return frame !== null && frame.parent === null && isScreenUrl(frame.url);
}

/** Size as JSON in UTF-8; what cannot be JSON is not small. */
function isSmall(args: unknown[]): boolean {
  try {
    return Buffer.byteLength(JSON.stringify(args)) <= maxCallBytes + 2;
  } catch {
    return false;
  }
}
