import { Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { joinAccounts } from '#shared/domain/conflict-rules.ts';
import type { AppError } from '#shared/errors/codes.ts';
import type { FieldErrors } from '#renderer/client/use-command.ts';
import { LineField } from '#renderer/components/fields/line-field.tsx';
import { PassageField } from '#renderer/components/fields/passage-field.tsx';
import {
  fieldOf,
  fieldsIn,
  FieldValue,
  type FieldWords,
  groupLabel,
  groupName,
  type GroupWords,
} from '#renderer/components/record/group-words.tsx';
import { DialogForm } from '#renderer/components/record-form/dialog-form.tsx';
import { useDraft } from '#renderer/components/use-draft.ts';
import type { Conflict } from './conflict.ts';

type Value = Record<string, unknown>;

const noErrors: FieldErrors = {};

type Props = {
  conflict: Conflict;
  words: GroupWords;
  busy: boolean;
  error: AppError | null;
  onClose: () => void;
  /** Answers whether it was saved. */
  onSave: (value: Value) => Promise<boolean>;
};

/** A value put together from those that are there; what people word may be worded anew. */
export function NewValueDialog({ conflict, words, busy, error, onClose, onSave }: Props) {
  const { t } = useTranslation();
  const { group, values, differs, texts } = conflict;
  const first =
    values.find(({ shown, state }) => shown && state === 'value') ?? values.find((v) => v.state === 'value');
  const [value, setValue] = useState<Value>({ ...(first?.value as Value | undefined), ...startOf(conflict) });
  const set = (change: Value) => setValue((before) => ({ ...before, ...change }));
  const draft = useDraft('new-value', conflict.recordId, value, setValue, conflict.title, group);
  const fields = Object.entries(words[groupName(group)]?.fields ?? {}).filter(
    ([name, field]) => texts.includes(name) || fieldsIn(name, field).some((one) => differs.includes(one)),
  );

  async function act(): Promise<void> {
    if (!(await onSave(value))) return;
    draft.clear();
    onClose();
  }

  return (
    <DialogForm
      title={t('history:conflicts.newValue.title', { field: groupLabel(t, words, group) })}
      onClose={onClose}
      act={t('history:conflicts.newValue.act')}
      onAct={() => void act()}
      draft={draft}
      busy={busy}
      error={error}
      fieldErrors={noErrors}
    >
      <Text>{t('history:conflicts.newValue.explain')}</Text>
      {fields.map(([name, field]) =>
        texts.includes(name) ? (
          <TextEditor
            key={name}
            field={field}
            long={conflict.nature === 'accounts'}
            value={textOf(value[name])}
            onChange={(text) => set({ [name]: text })}
          />
        ) : (
          <FieldChoice key={name} name={name} field={field} conflict={conflict} value={value} onChange={set} />
        ),
      )}
    </DialogForm>
  );
}

/** A new account is worded out of those that are there. */
function startOf({ nature, texts, values }: Conflict): Value {
  const [field] = texts;
  if (nature !== 'accounts' || field === undefined) return {};
  const told = values.map((one) => ({ ...one, text: textOf(fieldOf(one.value, field)), date: one.at.slice(0, 10) }));
  return { [field]: joinAccounts(told.filter(({ text }) => text !== '')) };
}

type EditorProps = { field: FieldWords; long: boolean; value: string; onChange: (text: string) => void };

function TextEditor({ field, long, value, onChange }: EditorProps) {
  if (long) return <PassageField label={field.label} value={value} onChange={onChange} minRows={8} />;
  const ltr = field.as === 'identifier';
  return <LineField label={field.label} value={value} onChange={onChange} ltr={ltr} maxLength={2000} />;
}

type ChoiceProps = {
  name: string;
  field: FieldWords;
  conflict: Conflict;
  value: Value;
  onChange: (change: Value) => void;
};

/** Codes, dates and places come from one of the values: no new one is made here. */
function FieldChoice({ name, field, conflict, value, onChange }: ChoiceProps) {
  const partOf = (whole: unknown): Value =>
    Object.fromEntries(fieldsIn(name, field).map((one) => [one, fieldOf(whole, one) ?? null]));
  const offered = new Map(
    conflict.values
      .filter(({ state }) => state === 'value')
      .map(({ value: whole }) => [JSON.stringify(partOf(whole)), partOf(whole)]),
  );
  return (
    <Radio.Group
      label={field.label}
      value={JSON.stringify(partOf(value))}
      onChange={(key) => onChange(offered.get(key) ?? {})}
    >
      <Stack gap="xs" mt={4}>
        {[...offered].map(([key, part]) => (
          <Radio
            key={key}
            value={key}
            label={part[name] === null ? '–' : <FieldValue as={field.as} value={part[name]} group={part} />}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
