import { Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isForumEnded } from '#shared/domain/forum-status.ts';
import { type ForumView, forumMethods } from '#shared/contract/forums.ts';
import { useCall } from '#renderer/client/use-call.ts';
import { type FieldErrors, useCommand } from '#renderer/client/use-command.ts';
import { ChoiceField } from '#renderer/components/fields/choice-field.tsx';
import { DateField } from '#renderer/components/fields/date-field.tsx';
import { PassageField } from '#renderer/components/fields/passage-field.tsx';
import { checkFields } from '#renderer/components/record-form/check-fields.ts';
import { DialogForm } from '#renderer/components/record-form/dialog-form.tsx';
import { useDraft } from '#renderer/components/use-draft.ts';
import { turnWord } from './turn-word.ts';

type Fields = {
  readonly how: 'merged' | 'dissolved' | null;
  readonly on: string | null;
  readonly reason: string;
  readonly into: string | null;
};

const Ending = forumMethods['forums.end'].input.pick({ how: true, on: true, reason: true, into: true });
const Revival = forumMethods['forums.revive'].input.pick({ on: true, reason: true });

const noErrors: FieldErrors = {};

/** Ends the forum, or lets one that has ended begin again: an act with a day and a reason of its own. */
export function TurnDialog({ forum, onClose }: { forum: ForumView; onClose: () => void }) {
  const { t } = useTranslation();
  const revives = isForumEnded(forum.status);
  const [fields, setFields] = useState<Fields>({ how: null, on: null, reason: '', into: null });
  const [wrong, setWrong] = useState<FieldErrors>(noErrors);
  const draft = useDraft('forum-turn', forum.id, fields, setFields, forum.name);
  const end = useCommand('forums.end');
  const revive = useCommand('forums.revive');
  const command = revives ? revive : end;
  const patch = (change: Partial<Fields>) => setFields((before) => ({ ...before, ...change }));

  async function act(): Promise<void> {
    command.clear();
    const done = revives ? await reviveForum() : await endForum();
    if (!done) return;
    draft.clear();
    onClose();
  }

  async function endForum(): Promise<boolean> {
    const judged = checkFields(Ending, { ...fields, into: fields.how === 'merged' ? fields.into : null }, []);
    const missing = fields.how === 'merged' && fields.into === null ? { into: 'field/required' } : noErrors;
    const errors = { ...(judged.ok ? noErrors : judged.error), ...missing };
    setWrong(errors);
    if (!judged.ok || Object.keys(errors).length > 0) return false;
    return (await end.run({ forumId: forum.id, ...judged.value, heads: forum.heads })).ok;
  }

  async function reviveForum(): Promise<boolean> {
    const judged = checkFields(Revival, { on: fields.on, reason: fields.reason }, []);
    setWrong(judged.ok ? noErrors : judged.error);
    if (!judged.ok) return false;
    return (await revive.run({ forumId: forum.id, ...judged.value, heads: forum.heads })).ok;
  }

  return (
    <DialogForm
      title={revives ? t('forums:turn.reviveTitle') : t('forums:turn.endTitle')}
      onClose={onClose}
      act={revives ? t('forums:turn.revive') : t('forums:turn.end')}
      onAct={() => void act()}
      draft={draft}
      busy={command.busy}
      error={command.error}
      fieldErrors={wrong}
      errorAt={{ code: 'forum/before-last-turn', name: 'on' }}
    >
      <Text c="dimmed">{revives ? t('forums:turn.reviveText') : t('forums:turn.endText')}</Text>
      {!revives && (
        <ChoiceField<'merged' | 'dissolved'>
          label={t('forums:turn.kind')}
          name="how"
          choices={(['merged', 'dissolved'] as const).map((value) => ({ value, label: turnWord(t, value) ?? value }))}
          value={fields.how}
          onChange={(how) => patch({ how })}
          required
        />
      )}
      {!revives && fields.how === 'merged' && (
        <OtherForum forum={forum} value={fields.into} onChange={(into) => patch({ into })} />
      )}
      <DateField label={t('forums:turn.on')} name="on" value={fields.on} onChange={(on) => patch({ on })} required />
      <PassageField
        label={t('common:label.reason')}
        description={t('forums:turn.reasonHint')}
        name="reason"
        value={fields.reason}
        onChange={(reason) => patch({ reason })}
        maxLength={2000}
        required
      />
    </DialogForm>
  );
}

type OtherProps = { forum: ForumView; value: string | null; onChange: (value: string | null) => void };

/** Forums of the office that go on. */
function OtherForum({ forum, value, onChange }: OtherProps) {
  const { t } = useTranslation();
  const forums = useCall('forums.list', { limit: 200 });
  const others = (forums.value?.rows ?? []).filter(
    ({ id, ownerName, status, voided }) =>
      id !== forum.id && ownerName === forum.owner.name && !voided && !isForumEnded(status),
  );
  return (
    <ChoiceField
      label={t('forums:turn.into')}
      name="into"
      choices={others.map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      onChange={onChange}
      required
    />
  );
}
