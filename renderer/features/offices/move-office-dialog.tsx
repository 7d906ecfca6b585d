import { Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '#renderer/client/session-context.tsx';
import { type FieldErrors, useCommand } from '#renderer/client/use-command.ts';
import { ChoiceField } from '#renderer/components/fields/choice-field.tsx';
import { useNotice } from '#renderer/components/notices.tsx';
import { DialogForm } from '#renderer/components/record-form/dialog-form.tsx';
import { useDraft } from '#renderer/components/use-draft.ts';
import { type KnownNode, useDepartments } from './use-nodes.ts';

/** Puts an office under another department, or under the directorate itself. */
export function MoveOfficeDialog({ office, onClose }: { office: KnownNode; onClose: () => void }) {
  const { t } = useTranslation();
  const say = useNotice();
  const { node: self } = useSession();
  const departments = useDepartments();
  const move = useCommand('enrol.move');
  const [under, setUnder] = useState<string | null>(null);
  const draft = useDraft('office-move', null, under, setUnder, office.name, office.node);
  const [wrong, setWrong] = useState<FieldErrors>({});
  const places = [...(self ? [{ value: self.id, label: self.name }] : []), ...departments].filter(
    ({ label }) => label !== office.under,
  );

  async function act(): Promise<void> {
    setWrong(under === null ? { under: 'field/required' } : {});
    if (under === null) return;
    const done = await move.run({ node: office.node, under });
    if (!done.ok) return;
    draft.clear();
    const name = places.find(({ value }) => value === under)?.label ?? '';
    say(t('devices:office.moved', { office: office.name, under: name }));
    onClose();
  }

  return (
    <DialogForm
      title={t('devices:office.moveTitle')}
      onClose={onClose}
      act={t('devices:office.act')}
      onAct={places.length === 0 ? null : () => void act()}
      draft={draft}
      busy={move.busy}
      error={move.error}
      fieldErrors={wrong}
    >
      <Text>{t('devices:office.moveText')}</Text>
      {places.length === 0 ? (
        <Text c="dimmed">{t('devices:office.noDepartment')}</Text>
      ) : (
        <ChoiceField
          label={t('devices:office.under')}
          name="under"
          choices={places}
          value={under}
          onChange={setUnder}
          required
        />
      )}
    </DialogForm>
  );
}
