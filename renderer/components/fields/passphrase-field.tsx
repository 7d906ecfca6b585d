import { PasswordInput, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FieldProps, FieldLabel, useField } from './field-context.tsx';

type Props = FieldProps & {
  value: string;
  onChange: (value: string) => void;
  /** `current` for one that exists, `new` for one that is being made. */
  purpose: 'current' | 'new';
};

type Keyboard = { readonly capsLock: boolean; readonly letters: 'arabic' | 'latin' | null };

/** May be pasted and shown; Caps Lock and the letters that the keyboard writes are told. */
export function PassphraseField({ value, onChange, purpose, ...field }: Props) {
  const { t } = useTranslation();
  const { error, edited, attributes } = useField(field);
  const [keyboard, setKeyboard] = useState<Keyboard>({ capsLock: false, letters: null });
  const [shown, setShown] = useState(false);

  function watch(event: React.KeyboardEvent): void {
    const letters = lettersOf(event.key);
    setKeyboard((before) => ({
      capsLock: event.getModifierState('CapsLock'),
      letters: letters ?? before.letters,
    }));
  }

  return (
    <div>
      <PasswordInput
        label={<FieldLabel label={field.label} required={field.required ?? false} />}
        description={field.description}
        error={error}
        value={value}
        visible={shown}
        onVisibilityChange={setShown}
        visibilityToggleButtonProps={{
          'aria-label': shown ? t('common:action.hidePassphrase') : t('common:action.showPassphrase'),
          tabIndex: 0,
          'aria-hidden': false,
        }}
        autoComplete={purpose === 'current' ? 'current-password' : 'new-password'}
        maxLength={1000}
        {...attributes}
        onKeyDown={watch}
        onKeyUp={watch}
        onChange={(event) => {
          edited();
          onChange(event.currentTarget.value);
        }}
      />
      <Text size="sm" c="dimmed" mih="1.6em" role="status">
        {keyboardText()}
      </Text>
    </div>
  );

  function keyboardText(): string {
    if (keyboard.capsLock) return t('fields:keyboard.capsLock');
    if (keyboard.letters === 'arabic') return t('fields:keyboard.arabic');
    return keyboard.letters === 'latin' ? t('fields:keyboard.latin') : '';
  }
}

function lettersOf(key: string): Keyboard['letters'] {
  if (/^[\u0600-\u06ff]$/.test(key)) return 'arabic';
  return /^[a-z]$/i.test(key) ? 'latin' : null;
}
