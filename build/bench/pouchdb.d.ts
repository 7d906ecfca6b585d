/** The little of PouchDB that the benches call; it brings no types of its own. */
declare module 'pouchdb-core' {
  export default class PouchDB {
    static plugin(plugin: unknown): void;
    constructor(name: string, options: { readonly adapter: 'memory' });
    bulkDocs(docs: readonly object[], options: { readonly new_edits: false }): Promise<readonly unknown[]>;
    destroy(): Promise<unknown>;
  }
}
declare module 'pouchdb-adapter-memory';
