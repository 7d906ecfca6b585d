import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCan, useSession } from '#renderer/client/session-context.tsx';
import { useCall } from '#renderer/client/use-call.ts';
import { FingerprintText } from '#renderer/components/fingerprint.tsx';
import { Identifier } from '#renderer/components/identifier.tsx';
import { PageTitle } from '#renderer/components/page-title.tsx';
import { QueryState } from '#renderer/components/query-state.tsx';
import { Facts } from '#renderer/components/record/facts.tsx';

export function AboutScreen() {
  const { t } = useTranslation();
  const { appVersion, node } = useSession();
  const mayEnrol = useCan('enrol');
  return (
    <Stack gap="lg">
      <PageTitle title={t('common:nav.about')} />
      <section className="panel">
        <Text fw={600} size="lg">
          {t('common:app.name')}
        </Text>
        <Text mb="md">{t('common:app.tagline')}</Text>
        <Facts
          facts={[
            { label: t('about:version'), value: <Identifier>{appVersion}</Identifier> },
            {
              label: node?.kind === 'directorate' ? t('common:label.directorate') : t('common:label.office'),
              value: <bdi>{node?.name}</bdi>,
            },
            { label: t('about:code'), value: node?.code ? <Identifier>{node.code}</Identifier> : '' },
          ]}
        />
      </section>
      <section className="panel">
        <Title order={2} size="h3" mb="xs">
          {t('about:keepsTitle')}
        </Title>
        <Text>{t('about:keeps')}</Text>
      </section>
      {mayEnrol && <Fingerprints />}
      <section className="panel">
        <Title order={2} size="h3" mb="xs">
          {t('about:licenceTitle')}
        </Title>
        <Text>{t('about:licence')}</Text>
        <Text>{t('about:credits')}</Text>
      </section>
    </Stack>
  );
}

function Fingerprints() {
  const { t } = useTranslation();
  const fingerprints = useCall('enrol.fingerprints', {});
  return (
    <section className="panel" aria-label={t('about:fingerprints')}>
      <Title order={2} size="h3" mb="xs">
        {t('about:fingerprints')}
      </Title>
      <QueryState of={fingerprints}>
        {({ device, root }) => (
          <Stack>
            <FingerprintText label={t('about:device')} value={device} />
            {root !== null && <FingerprintText label={t('about:root')} value={root} />}
          </Stack>
        )}
      </QueryState>
    </section>
  );
}
