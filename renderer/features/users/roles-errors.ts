import type { FieldErrors } from '#renderer/client/use-command.ts';

/** No role at all is told as a field left empty. */
export const withEmptyRoles = (errors: FieldErrors, roles: readonly string[]): FieldErrors =>
  'roles' in errors && roles.length === 0 ? { ...errors, roles: 'field/required' } : errors;
