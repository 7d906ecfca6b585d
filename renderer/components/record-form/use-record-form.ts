import { type FocusEvent, useState } from 'react';
import type { Heads } from '#shared/contract/fields.ts';
import type { z } from '#shared/contract/zod.ts';
import { type AppError, refusal } from '#shared/errors/codes.ts';
import type { FieldErrors } from '#renderer/client/use-command.ts';
import { afterPointer } from '#renderer/components/after-pointer.ts';
import { type Draft, type DraftForm, useDraft } from '#renderer/components/use-draft.ts';
import { checkFields } from './check-fields.ts';
import { mergeEdits } from './merge-edits.ts';

/**
 * What a form holds, and a draft keeps: the fields as typed, the fields as they were loaded, and the heads they were
 * loaded with (null for a new record). A draft taken up later is therefore saved against the version it was begun on.
 */
export type FormState<F> = {
  readonly fields: F;
  readonly base: F;
  readonly heads: Heads | null;
  /** The forum of a new meeting; null elsewhere. */
  readonly parent: string | null;
};

export function newFormState<F>(fields: F, heads: Heads | null, parent: string | null = null): FormState<F> {
  return { fields, base: fields, heads, parent };
}

type Options<F, S extends z.ZodType> = {
  readonly draftForm: DraftForm;
  readonly recordId: string | null;
  readonly initial: () => FormState<F>;
  /** `fields` of the method that saves the form. */
  readonly schema: S;
  /** From what the form holds to what the method takes. */
  readonly toInput: (fields: F) => unknown;
  /** Names the draft in the list of open drafts. */
  readonly draftTitle: (fields: F) => string;
};

export type RecordForm<F, S extends z.ZodType> = {
  readonly state: FormState<F>;
  readonly fields: F;
  readonly patch: (change: Partial<F>) => void;
  readonly draft: Draft;
  readonly fieldErrors: FieldErrors;
  /** Set when saving was tried with fields that the contract refuses. */
  readonly error: AppError | null;
  /** Judges the field that loses the focus; for `onBlur` around all fields. */
  readonly onLeave: (event: FocusEvent<HTMLElement>) => void;
  /** The input to save, or null: then `error` and `fieldErrors` tell why. */
  readonly check: () => z.output<S> | null;
  /** Puts a newer version of the record under what was typed. */
  readonly takeNewer: (latest: F, heads: Heads) => void;
};

/** State of a form over one record: what is typed, its draft, and what the contract's own schema says about it. */
export function useRecordForm<F extends object, S extends z.ZodType>(options: Options<F, S>): RecordForm<F, S> {
  const [blank] = useState(options.initial);
  const [state, setState] = useState(blank);
  const [fieldErrors, setFieldErrors] = useState<FieldErrors>({});
  const [error, setError] = useState<AppError | null>(null);
  const title = options.draftTitle(state.fields);
  /** A draft of an earlier version of the program lacks the fields that came since. */
  const takeUp = (kept: FormState<F>) =>
    setState({ ...kept, fields: { ...blank.fields, ...kept.fields }, base: { ...blank.base, ...kept.base } });
  const draft = useDraft(options.draftForm, options.recordId, state, takeUp, title);
  const judge = () => checkFields(options.schema, options.toInput(state.fields));

  return {
    state,
    fields: state.fields,
    draft,
    fieldErrors,
    error,
    patch: (change) => setState((before) => ({ ...before, fields: { ...before.fields, ...change } })),
    onLeave: (event) => {
      const name = event.target.closest<HTMLElement>('[data-field]')?.dataset.field;
      const judged = judge();
      const wrong = judged.ok ? {} : judged.error;
      afterPointer(() => setFieldErrors((before) => errorsAfterLeaving(before, wrong, name)));
    },
    check: () => {
      const judged = judge();
      setFieldErrors(judged.ok ? {} : judged.error);
      setError(judged.ok ? null : badInput(judged.error));
      return judged.ok ? judged.value : null;
    },
    takeNewer: (latest, heads) =>
      setState((before) => ({
        ...before,
        fields: mergeEdits(before.base, before.fields, latest),
        base: latest,
        heads,
      })),
  };
}

/** Errors told before that still hold, and that of the field just left; an empty field is told when saving. */
function errorsAfterLeaving(told: FieldErrors, wrong: FieldErrors, left: string | undefined): FieldErrors {
  return Object.fromEntries(
    Object.entries(wrong).filter(([path, code]) => path in told || (path === left && code !== 'field/required')),
  );
}

const badInput = (errors: FieldErrors): AppError =>
  refusal('call/bad-input', { fields: Object.entries(errors).map(([path, code]) => ({ path, code })) });
