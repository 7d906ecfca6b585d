/** The rows of an import share the id of its own command, which dispatch looks at; use-cases look at none. */
export const noCommand = { commandId: '' } as const;
