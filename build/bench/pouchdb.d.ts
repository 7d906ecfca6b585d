/** The little of PouchDB that the benches call; it brings no types of its own. */
declare module 'pouchdb-core' {
  class PouchDB {
    static plugin(plugin: unknown): void;
    constructor(name: string, options: { readonly adapter: 'memory' });
    bulkDocs(docs: readonly object[], options: { readonly new_edits: false }): Promise<readonly unknown[]>;
    destroy(): Promise<unknown>;
  }
  // biome-ignore lint/style/noDefaultExport: it is how the package exports it
  export { PouchDB as default };
}
declare module 'pouchdb-adapter-memory';
