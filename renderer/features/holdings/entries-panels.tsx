/** @file What happened to a site or an asset: hand-overs, checks, incidents; latest first. A correction names what it corrects. */
import { Alert, Badge, Button, Card, Group, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { AnyHoldingView } from '#shared/contract/holdings.ts';
import { CodeLabel } from '#renderer/components/code-label.tsx';
import { DateText } from '#renderer/components/date-text.tsx';
import { PaperButton } from '#renderer/components/paper/paper-button.tsx';
import { PersonText } from '#renderer/components/person-text.tsx';
import { FormSection } from '#renderer/components/record-form/form-section.tsx';
import { Facts } from '#renderer/components/record/facts.tsx';
import { useIncidentKinds } from './use-incident-kinds.ts';

type View = Pick<AnyHoldingView, 'id' | 'may' | 'handovers' | 'checks' | 'incidents' | 'status'>;
type Entry = { readonly id: string; readonly date: string; readonly corrects: string | null };
type Act = 'hand-over' | 'check' | 'report';

export function HandoversPanel({ view }: { view: View }) {
  const { t } = useTranslation();
  return (
    <Entries
      title={t('holdings:section.handovers')}
      none={t('holdings:handover.none')}
      add={t('holdings:handover.add')}
      act="hand-over"
      view={view}
      entries={view.handovers}
    >
      {(entry) => (
        <>
          {!entry.signed && (
            <Alert color="orange">{t('holdings:handover.unsigned', { reason: entry.unsignedWhy })}</Alert>
          )}
          <Facts
            facts={[
              { label: t('holdings:handover.from'), value: <bdi>{entry.from}</bdi> },
              { label: t('holdings:handover.to'), value: <bdi>{entry.to}</bdi> },
              {
                label: t('holdings:handover.giver'),
                value: <Signer name={entry.names?.giver ?? null} role={entry.giverRole} />,
              },
              {
                label: t('holdings:handover.receiver'),
                value: <Signer name={entry.names?.receiver ?? null} role={entry.receiverRole} />,
              },
              {
                label: t('holdings:handover.witness'),
                value: entry.names?.witness === '' ? '' : <PersonText value={entry.names?.witness ?? null} />,
              },
            ]}
          />
          <Group>
            <PaperButton
              paper={{ kind: 'handover', of: view.id, part: entry.id }}
              label={t('papers:print.handover', { date: entry.date })}
            />
          </Group>
        </>
      )}
    </Entries>
  );
}

function Signer({ name, role }: { name: string | null; role: string }) {
  return (
    <>
      <PersonText value={name} />
      {role !== '' && (
        <Text size="sm" c="dimmed">
          <bdi>{role}</bdi>
        </Text>
      )}
    </>
  );
}

export function ChecksPanel({ view }: { view: View }) {
  const { t } = useTranslation();
  return (
    <Entries
      title={t('holdings:section.checks')}
      none={t('holdings:check.none')}
      add={t('holdings:check.add')}
      act="check"
      view={view}
      entries={view.checks}
    >
      {(entry) => (
        <Facts
          facts={[
            {
              label: t('holdings:field.condition'),
              value: <CodeLabel list="asset_condition" code={entry.condition} />,
            },
            { label: t('holdings:field.status'), value: <CodeLabel list="asset_status" code={entry.status} /> },
            { label: t('holdings:check.note'), value: entry.note && <bdi>{entry.note}</bdi> },
          ]}
        />
      )}
    </Entries>
  );
}

export function IncidentsPanel({ view }: { view: View }) {
  const { t } = useTranslation();
  const kindLabel = useIncidentKinds();
  return (
    <Entries
      title={t('holdings:section.incidents')}
      none={t('holdings:incident.none')}
      add={t('holdings:incident.add')}
      act="report"
      view={view}
      entries={view.incidents}
    >
      {(entry) => (
        <>
          <Facts
            facts={[
              { label: t('holdings:incident.kind'), value: kindLabel(entry.kind) },
              {
                label: t('holdings:field.policeReport'),
                value: entry.policeReport && <bdi>{entry.policeReport}</bdi>,
              },
            ]}
          />
          <Text className="passage">
            <PersonText value={entry.text} />
          </Text>
        </>
      )}
    </Entries>
  );
}

type Props<E extends Entry> = {
  title: string;
  none: string;
  add: string;
  act: Act;
  view: View;
  entries: readonly E[];
  children: (entry: E) => ReactNode;
};

function Entries<E extends Entry>({ title, none, add, act, view, entries, children }: Props<E>) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const address = `/holdings/${view.id}/${act}`;
  const corrected = new Set(entries.map(({ corrects }) => corrects));
  return (
    <FormSection title={title}>
      {entries.length === 0 ? (
        <Text c="dimmed">{none}</Text>
      ) : (
        <Stack component="ol" gap="sm" className="plain-list" aria-label={title}>
          {entries.map((entry) => (
            <Card key={entry.id} component="li" withBorder padding="sm">
              <Stack gap="xs">
                <Group justify="space-between">
                  <Group gap="sm">
                    <Text fw={600}>
                      <DateText value={entry.date} />
                    </Text>
                    {corrected.has(entry.id) && <Badge variant="default">{t('holdings:entry.corrected')}</Badge>}
                    {entry.corrects !== null && <Badge variant="light">{t('holdings:entry.correction')}</Badge>}
                  </Group>
                  {view.may.edit && !corrected.has(entry.id) && (
                    <Button variant="subtle" size="compact-md" onClick={() => navigate(`${address}/${entry.id}`)}>
                      {t('holdings:entry.correct')}
                    </Button>
                  )}
                </Group>
                {children(entry)}
              </Stack>
            </Card>
          ))}
        </Stack>
      )}
      {view.may.edit && (
        <Group>
          <Button variant="default" leftSection={<IconPlus size={20} aria-hidden />} onClick={() => navigate(address)}>
            {add}
          </Button>
        </Group>
      )}
    </FormSection>
  );
}
