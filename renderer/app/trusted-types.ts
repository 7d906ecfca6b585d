/** @file Imported before everything else: what it sets up must hold when the first style is written. */
import { setNonce } from 'get-nonce';

type Policies = {
  createPolicy(
    name: string,
    rules: { createHTML(text: string): string; createScriptURL(address: string): string },
  ): unknown;
};

export const styleNonce: string =
  document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.getAttribute('content') ?? '';

setNonce(styleNonce);

// Mantine writes its style sheets through innerHTML. Text with a "<" is no style sheet: it is refused.
(window as { trustedTypes?: Policies }).trustedTypes?.createPolicy('default', {
  createHTML(text) {
    if (text.includes('<')) throw new TypeError('HTML is not written as text');
    return text;
  },
  // Workers that draw pictures and read papers; whatever else asks for a script by its address is refused.
  createScriptURL(address) {
    const { href } = new URL(address, document.baseURI);
    if (!href.startsWith(new URL('assets/', document.baseURI).href)) throw new TypeError('not one of our scripts');
    return href;
  },
});
