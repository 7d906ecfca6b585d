import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DisputeView } from '#shared/contract/disputes.ts';
import { CodeLabel } from '#renderer/components/code-label.tsx';
import { DateText } from '#renderer/components/date-text.tsx';
import { Identifier } from '#renderer/components/identifier.tsx';
import { PersonText } from '#renderer/components/person-text.tsx';
import { SimpleTable, type TableColumn } from '#renderer/components/simple-table.tsx';

type Party = DisputeView['parties'][number];
type Consent = DisputeView['consents'][number];

type Props = { parties: readonly Party[]; localFlags: DisputeView['localFlags'] };

export function PartiesTable({ parties, localFlags }: Props) {
  const { t } = useTranslation();
  if (parties.length === 0) return <Text c="dimmed">{t('disputes:party.noneRecorded')}</Text>;
  const columns: readonly TableColumn<Party>[] = [
    { key: 'name', header: t('disputes:party.name'), cell: ({ name }) => <PersonText value={name} /> },
    { key: 'role', header: t('disputes:party.role'), cell: ({ role }) => <CodeLabel list="party_role" code={role} /> },
    { key: 'kind', header: t('disputes:party.kind'), cell: ({ kind }) => <CodeLabel list="party_kind" code={kind} /> },
    { key: 'sex', header: t('disputes:party.sex'), cell: ({ sex }) => <CodeLabel list="sex" code={sex} /> },
    {
      key: 'age',
      header: t('disputes:party.ageBand'),
      cell: ({ ageBand }) => <CodeLabel list="age_band" code={ageBand} />,
    },
    { key: 'phone', header: t('disputes:party.phone'), cell: (party) => <Phone party={party} /> },
    {
      key: 'care',
      header: t('disputes:party.care'),
      cell: ({ id, protection }) => (
        <Care flags={protection} local={localFlags.find(({ party }) => party === id)?.flags ?? []} />
      ),
    },
  ];
  return <SimpleTable label={t('disputes:party.table')} columns={columns} rows={parties} rowKey={({ id }) => id} />;
}

/** Where the name is withheld, so is the phone. */
function Phone({ party }: { party: Party }) {
  if (party.name === null) return <PersonText value={null} />;
  return party.phone === null ? '–' : <Identifier>{party.phone}</Identifier>;
}

/** Flags of both classes; those of this computer say so, also where the others are kept at another office. */
function Care({ flags, local }: { flags: readonly string[] | null; local: readonly string[] }) {
  const { t } = useTranslation();
  const others = flags?.filter((flag) => !local.includes(flag)) ?? null;
  if (others?.length === 0 && local.length === 0) return '–';
  return (
    <>
      {others === null && <PersonText value={null} />}
      {others?.map((flag) => (
        <Text key={flag}>
          <CodeLabel list="vulnerability_flag" code={flag} />
        </Text>
      ))}
      {local.map((flag) => (
        <Text key={flag}>
          <CodeLabel list="vulnerability_flag" code={flag} />
          <Text span c="dimmed" size="sm" display="block">
            {t('disputes:party.onThisComputer')}
          </Text>
        </Text>
      ))}
    </>
  );
}

export function ConsentsTable({ consents }: { consents: readonly Consent[] }) {
  const { t } = useTranslation();
  if (consents.length === 0) return <Text c="dimmed">{t('disputes:consent.none')}</Text>;
  const columns: readonly TableColumn<Consent>[] = [
    {
      key: 'scope',
      header: t('disputes:consent.scope'),
      cell: ({ scope }) => <CodeLabel list="consent_scope" code={scope} />,
    },
    {
      key: 'status',
      header: t('disputes:consent.status'),
      cell: ({ status }) => <CodeLabel list="consent_status" code={status} />,
    },
    {
      key: 'method',
      header: t('disputes:consent.method'),
      cell: ({ method }) => (method === null ? '–' : <CodeLabel list="consent_method" code={method} />),
    },
    { key: 'date', header: t('disputes:consent.date'), cell: ({ date }) => <DateText value={date} /> },
  ];
  return <SimpleTable label={t('disputes:consent.table')} columns={columns} rows={consents} rowKey={({ id }) => id} />;
}
