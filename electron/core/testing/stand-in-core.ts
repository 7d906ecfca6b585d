/**
 * @file A core thread without a store, for tests of what lies around the core: it keeps a session in memory and does
 * what a test asks it to.
 */
import type { CoreSettings } from '#core/ports.ts';

export const standInSettings: CoreSettings = {
  homeFolder: '',
  witnessFolder: '',
  resourcesFolder: '',
  appVersion: '0',
};

/** Entry of the thread. `crash` breaks it, `never` is not answered, `files.piece` reads a file of three pieces. */
export const standInCore = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort, threadId } from 'node:worker_threads';
    let open = false;
    parentPort.postMessage({ ready: true });
    parentPort.on('message', (m) => {
      const answer = (value) => parentPort.postMessage({ id: m.id, answer: { ok: true, value } });
      if (m.close) { parentPort.postMessage({ closed: true }); parentPort.close(); return; }
      if (m.grant) return parentPort.postMessage({ id: m.id, token: m.grant.kind + ':' + m.grant.path });
      switch (m.call.method) {
        case 'session.unlock':
          open = true;
          parentPort.postMessage({ event: { type: 'session', state: 'open' } });
          return answer({});
        case 'session.lock':
          parentPort.postMessage({ event: { type: 'session', state: 'locked' } });
          return answer({});
        case 'session.state': return answer({ open, threadId });
        case 'settings.setIdle':
          parentPort.postMessage({ event: { type: 'settings', idleMinutes: m.call.input.idleMinutes } });
          return answer({});
        case 'host.pickFolder':
        case 'host.pickFiles':
        case 'host.pickBackup':
          return parentPort.postMessage({ id: m.id, answer: { ok: false, error: { code: 'host/no-dialog', params: {} } } });
        case 'host.makePdf':
          return parentPort.postMessage({ id: m.id, answer: { ok: false, error: { code: 'host/no-pdf', params: {} } } });
        case 'files.piece': {
          const { token, offset } = m.call.input;
          const file = 'one two three';
          if (token !== 'known') {
            return parentPort.postMessage({ id: m.id, answer: { ok: false, error: { code: 'file/unknown-token', params: {} } } });
          }
          const data = Buffer.from(file.slice(offset, offset + 5)).toString('base64');
          return answer({ name: 'ملف 1.cpb', bytes: file.length, data, done: offset + 5 >= file.length });
        }
        case 'crash': throw new Error('broken');
        case 'never': return;
        default: return answer(null);
      }
    });
  `)}`,
);
