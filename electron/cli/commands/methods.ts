import { contract } from '#shared/contract/contract.ts';
import type { AnyMethod } from '#shared/contract/method.ts';
import { z } from '#shared/contract/zod.ts';
import { ok } from '#shared/lib/result.ts';
import { command } from '#electron/cli/command.ts';
import { noArguments } from '#electron/cli/options.ts';

type Listed = {
  readonly name: string;
  readonly kind: 'query' | 'command';
  readonly permission: string;
  readonly errors: readonly string[];
  /** JSON Schema. */
  readonly input: unknown;
  readonly output: unknown;
};

/** Every method of the contract; needs no home. */
export const methodsCommand = command<readonly Listed[]>({
  name: 'methods',
  synopsis: 'methods',
  summary: (words) => words.t('cli:command.methods'),
  options: [],
  run: async ({ rest }) => {
    noArguments(rest);
    return ok(Object.entries<AnyMethod>(contract).map(([name, method]) => listed(name, method)));
  },
  tell: (methods) => methods.map(({ name, kind, permission }) => `${name.padEnd(28)} ${kind.padEnd(8)} ${permission}`),
});

function listed(name: string, { kind, permission, errors, input, output }: AnyMethod): Listed {
  return { name, kind, permission, errors, input: schemaOf(input), output: schemaOf(output) };
}

/** As a caller sends it: what has a default may be left out. */
const schemaOf = (type: z.ZodType): unknown => z.toJSONSchema(type, { io: 'input', unrepresentable: 'any' });
