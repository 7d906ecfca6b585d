import type { TestApp } from './test-app.ts';

/** Uploads a file as a window does; `secret` for attachments. Answers the token that stands for it. */
export async function stage(app: TestApp, contents: Uint8Array, secret = true): Promise<string> {
  const most = 500_000;
  let token: string | null = null;
  for (let at = 0; token === null || at < contents.length; at += most) {
    const data = Buffer.from(contents.subarray(at, at + most)).toString('base64');
    const last = at + most >= contents.length;
    token = (await app.call('files.stage', { token, name: 'x', data, last, secret })).token;
  }
  return token;
}
