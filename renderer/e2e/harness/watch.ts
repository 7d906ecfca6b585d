/** @file What no page may do, whatever the journey: complain, break its policy, leave this PC, show a raw key. */
import type { ConsoleMessage, Page } from '@playwright/test';
import { NAMESPACES } from '#shared/locales/namespaces.ts';

/** Collects what goes wrong on a page from its first moment on. */
export async function watchPage(page: Page, problems: string[]): Promise<void> {
  page.on('console', (message) => {
    if (isComplaint(message)) problems.push(`console ${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`page error: ${error.stack ?? error.message}`));
  page.on('request', (request) => {
    const { protocol, hostname, href } = new URL(request.url());
    const staysHere = hostname === '127.0.0.1' || protocol === 'data:' || protocol === 'blob:';
    if (!staysHere) problems.push(`request to ${href}`);
  });
  await page.addInitScript(watchDocument, NAMESPACES.join('|'));
}

/** A host that a journey stopped on purpose leaves the page's stream of events and its last calls without answer. */
const isComplaint = (message: ConsoleMessage): boolean =>
  (message.type() === 'error' || message.type() === 'warning') &&
  !/ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE/.test(
    message.text(),
  );

/** Runs in the page, before its own scripts. */
function watchDocument(namespaces: string): void {
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    reportError(new Error(`policy violated: ${violatedDirective} ${blockedURI}`)),
  );
  const rawKey = new RegExp(`\\b(?:${namespaces}):[a-z][A-Za-z.]+|\\{\\{`);
  const attributes = ['aria-label', 'title', 'placeholder'];
  const told = new Set<string>();
  const tell = (text: string | null) => {
    const found = text === null ? null : rawKey.exec(text);
    if (found === null || told.has(found[0])) return;
    told.add(found[0]);
    reportError(new Error(`untranslated: ${text}`));
  };
  const look = (node: Node): void => {
    if (node instanceof Element) for (const name of attributes) tell(node.getAttribute(name));
    if (node instanceof Text) tell(node.data);
    else node.childNodes.forEach(look);
  };
  new MutationObserver((records) => {
    for (const { target, addedNodes } of records) {
      addedNodes.forEach(look);
      if (target instanceof Text || target instanceof Element)
        look(target instanceof Text ? target : target.cloneNode());
    }
  }).observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: attributes,
  });
}
