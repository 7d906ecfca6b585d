/**
 * @file Entry of the one thread that owns the database and the keys. It ends with the session: what the thread
 * held in memory goes with it.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { createApp } from './app.ts';
import { type CoreSettings, createNodePorts } from './ports.ts';
import type { FromThread, ToThread } from './thread-messages.ts';

const port = parentPort;
if (!port) throw new Error('the core thread was started outside a worker');

const say = (message: FromThread): void => port.postMessage(message);
const opening = createApp(createNodePorts(workerData as CoreSettings));
const hearing = opening.then((app) => {
  app.onEvent((event) => say({ event }));
  say({ ready: true });
});

port.on('message', async (message: ToThread) => {
  await hearing;
  const app = await opening;
  if ('call' in message) {
    say({ id: message.id, answer: await app.dispatch(message.call) });
  } else if ('grant' in message) {
    say({ id: message.id, token: app.grantPath(message.grant.path, message.grant.kind) });
  } else {
    await app.close();
    say({ closed: true });
    port.close();
  }
});
