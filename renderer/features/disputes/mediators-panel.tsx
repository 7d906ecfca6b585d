import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DisputeView } from '#shared/contract/disputes.ts';
import { useCan } from '#renderer/client/session-context.tsx';
import { useCall } from '#renderer/client/use-call.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { QueryState } from '#renderer/components/query-state.tsx';
import { DialogForm } from '#renderer/components/record-form/dialog-form.tsx';
import { useDraft } from '#renderer/components/use-draft.ts';
import { inConflict } from '#renderer/components/record/group-words.tsx';
import { FormSection } from '#renderer/components/record-form/form-section.tsx';

export function MediatorsPanel({ view }: { view: DisputeView }) {
  const { t } = useTranslation();
  const [assigns, setAssigns] = useState(false);
  // People of another office are not known here by name.
  const named = view.mediators.filter(({ name }) => name !== '');
  const mayAssign = useCan('hlp.supervise') && view.may.edit;
  return (
    <FormSection title={t('disputes:section.mediators')} conflict={inConflict(view, 'mediator')}>
      {named.length === 0 ? (
        <Text c="dimmed">{t('disputes:mediators.none')}</Text>
      ) : (
        <Stack component="ul" gap={2} className="plain-list">
          {named.map(({ userId, name }) => (
            <li key={userId}>
              <bdi>{name}</bdi>
            </li>
          ))}
        </Stack>
      )}
      {mayAssign && (
        <Group>
          <Button variant="default" leftSection={<IconUsers size={20} aria-hidden />} onClick={() => setAssigns(true)}>
            {t('disputes:mediators.assign')}
          </Button>
        </Group>
      )}
      {assigns && <AssignDialog view={view} onClose={() => setAssigns(false)} />}
    </FormSection>
  );
}

const noErrors = {};

function AssignDialog({ view, onClose }: { view: DisputeView; onClose: () => void }) {
  const { t } = useTranslation();
  const users = useCall('disputes.mediators', {});
  const [chosen, setChosen] = useState<string[]>(() => view.mediators.map(({ userId }) => userId));
  const [tried, setTried] = useState(false);
  const title = t('disputes:page.title', { number: view.number });
  const draft = useDraft('mediators', view.id, chosen, setChosen, title);
  const assign = useCommand('disputes.assign');
  const nobody = chosen.length === 0;

  async function act(): Promise<void> {
    setTried(true);
    if (nobody) return;
    const done = await assign.run({ disputeId: view.id, mediators: chosen, heads: view.heads });
    if (!done.ok) return;
    draft.clear();
    onClose();
  }

  return (
    <DialogForm
      title={t('disputes:mediators.title')}
      onClose={onClose}
      act={t('disputes:mediators.act')}
      onAct={users.value?.length === 0 ? null : () => void act()}
      draft={draft}
      busy={assign.busy}
      error={assign.error}
      fieldErrors={noErrors}
    >
      <QueryState
        of={users}
        empty={(found) => found.length === 0}
        emptyContent={<Text>{t('disputes:mediators.noneHere')}</Text>}
      >
        {(found) => (
          <Checkbox.Group
            label={t('disputes:section.mediators')}
            description={t('disputes:mediators.explain')}
            value={chosen}
            onChange={setChosen}
            error={tried && nobody ? t('errors:field.required') : undefined}
          >
            <Stack gap="sm" mt="sm">
              {found.map(({ userId, name }) => (
                <Checkbox key={userId} value={userId} label={<bdi>{name}</bdi>} />
              ))}
            </Stack>
          </Checkbox.Group>
        )}
      </QueryState>
    </DialogForm>
  );
}
