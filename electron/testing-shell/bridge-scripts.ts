/**
 * @file The scripts that stand in for Electron inside a page: a `contextBridge` between the page's world and the
 * preload script's own world, and an `ipcRenderer` in the latter. Worlds share the document but no object: what
 * crosses is cloned by Chromium.
 */

/** One side of the bridge. Functions stay where they are; the other side gets a stand-in that calls them. */
const bridge = (hears: string, speaks: string) => `
  const kept = new Map();
  const waiting = new Map();
  let nextId = 1;
  let reply;
  const speak = (detail) => globalThis.dispatchEvent(new CustomEvent(${JSON.stringify(speaks)}, { detail }));
  const keep = (value) => { const id = nextId++; kept.set(id, value); return id; };
  const pack = (value) => {
    if (typeof value === 'function') return { fn: keep(value) };
    if (value instanceof Promise) {
      const id = nextId++;
      value.then((v) => speak({ settle: id, value: structuredClone(v) }), (e) => speak({ settle: id, failure: String(e?.message ?? e) }));
      return { promise: id };
    }
    return { value: structuredClone(value) };
  };
  const unpack = (packed) => {
    if ('fn' in packed) return (...args) => {
      reply = undefined;
      speak({ call: packed.fn, args: args.map(pack) });
      if (!reply) throw new Error('the other world does not answer');
      if ('failure' in reply) throw new Error(reply.failure);
      return unpack(reply);
    };
    if ('promise' in packed) return new Promise((resolve, reject) => waiting.set(packed.promise, { resolve, reject }));
    return packed.value;
  };
  globalThis.addEventListener(${JSON.stringify(hears)}, ({ detail }) => {
    if ('call' in detail) {
      let result;
      try { result = pack(kept.get(detail.call)(...detail.args.map(unpack))); }
      catch (e) { result = { failure: String(e?.message ?? e) }; }
      speak({ reply: result });
    } else if ('reply' in detail) {
      reply = detail.reply;
    } else if ('settle' in detail) {
      const { resolve, reject } = waiting.get(detail.settle) ?? {};
      waiting.delete(detail.settle);
      if ('failure' in detail) reject?.(new Error(detail.failure)); else resolve?.(detail.value);
    } else if ('expose' in detail) {
      const api = Object.fromEntries(Object.entries(detail.members).map(([name, packed]) => [name, unpack(packed)]));
      Object.defineProperty(globalThis, detail.expose, { value: Object.freeze(api), enumerable: true });
    }
  });
`;

/** Runs in the page's own world before any script of the page. */
export const pageScript = (secret: string): string => `(() => {${bridge(`${secret}:page`, `${secret}:preload`)}})();`;

/** Runs in a world of its own: the real preload bundle, with a \`require\` that knows what a sandboxed one knows. */
export const preloadScript = (secret: string, bundle: string): string => `(() => {
  ${bridge(`${secret}:preload`, `${secret}:page`)}
  const send = globalThis.__rigSend;
  const invoked = new Map();
  const listeners = new Map();
  let nextInvoke = 1;
  globalThis.__rigReceive = (message) => {
    if ('event' in message) {
      for (const listener of [...(listeners.get(message.event) ?? [])]) listener({ sender: ipcRenderer }, ...message.args);
      return;
    }
    const { resolve, reject } = invoked.get(message.id) ?? {};
    invoked.delete(message.id);
    if ('failure' in message) reject?.(new Error(message.failure)); else resolve?.(message.value);
  };
  const ipcRenderer = {
    invoke(channel, ...args) {
      const cloned = structuredClone(args);
      const id = nextInvoke++;
      return new Promise((resolve, reject) => {
        invoked.set(id, { resolve, reject });
        send(JSON.stringify({ id, channel, args: cloned }));
      });
    },
    on(channel, listener) { listeners.set(channel, [...(listeners.get(channel) ?? []), listener]); return ipcRenderer; },
    removeListener(channel, listener) {
      listeners.set(channel, (listeners.get(channel) ?? []).filter((other) => other !== listener));
      return ipcRenderer;
    },
  };
  const contextBridge = {
    exposeInMainWorld(key, api) {
      speak({ expose: key, members: Object.fromEntries(Object.entries(api).map(([name, value]) => [name, pack(value)])) });
    },
  };
  const require = (name) => {
    send(JSON.stringify({ required: name }));
    if (name === 'electron') return { contextBridge, ipcRenderer };
    throw new Error('module not found: ' + name);
  };
  document.addEventListener('securitypolicyviolation', (e) =>
    send(JSON.stringify({ violation: e.effectiveDirective + ' ' + (e.blockedURI || e.sample) })));
  const module = { exports: {} };
  (function (require, module, exports) { ${bundle}
  })(require, module, module.exports);
})();`;
