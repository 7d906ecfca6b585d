import { Alert, Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/contract.ts';
import type { PickedFile } from '#renderer/client/files.ts';
import { useCall } from '#renderer/client/use-call.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { FailureNotice } from '#renderer/components/failure-notice.tsx';
import { FingerprintCompare, FingerprintText } from '#renderer/components/fingerprint.tsx';
import { PlaceLabel } from '#renderer/components/place-label.tsx';
import { QueryState } from '#renderer/components/query-state.tsx';
import { Facts } from '#renderer/components/record/facts.tsx';
import { useSaveFolder } from '#renderer/components/use-save-folder.ts';
import { WrittenFile } from '#renderer/components/written-file.tsx';
import { AcceptPlace, usePlace } from './accept-place.tsx';

type Request = OutputOf<'enrol.readRequest'>;

export function AcceptForm({ file, request }: { file: PickedFile; request: Request }) {
  const { t } = useTranslation();
  const accept = useCommand('enrol.accept');
  const folder = useSaveFolder();
  const choice = usePlace(request);
  const { place } = choice;
  const [compared, setCompared] = useState(false);
  const [reminded, setReminded] = useState(false);
  const [written, setWritten] = useState<OutputOf<'enrol.accept'> | null>(null);

  if (written) return <Accepted name={request.name} written={written} />;

  function acceptCompared(): void {
    setReminded(true);
    if (!compared || (place.known && place.node === null)) return;
    void folder.withFolder(async (to) => {
      const { fingerprint } = request;
      const where = place.known ? { node: place.node } : { under: place.under, code: place.code.trim() || null };
      const done = await accept.run({ file: file.token, fingerprint, to, ...where });
      if (done.ok) setWritten(done.value);
    });
  }

  return (
    <Stack>
      {request.alreadyEnrolled && <Alert color="orange">{t('enrolment:accept.again')}</Alert>}
      <section className="panel">
        <Facts
          facts={[
            { label: t('common:label.name'), value: <bdi>{request.name}</bdi> },
            {
              label: t('common:label.type'),
              value: request.kind === 'department' ? t('enrolment:department') : t('common:label.office'),
            },
            { label: t('common:label.place'), value: request.place && <PlaceLabel code={request.place} /> },
            { label: t('enrolment:services'), value: <Services services={request.services} /> },
          ]}
        />
      </section>
      <section className="panel">
        <AcceptPlace choice={choice} reminded={reminded} />
      </section>
      <FingerprintCompare
        label={t('enrolment:accept.fingerprint')}
        value={request.fingerprint}
        compared={compared}
        onCompared={setCompared}
      />
      {reminded && !compared && <Text role="alert">{t('enrolment:compare.first')}</Text>}
      {folder.error && <FailureNotice error={folder.error} />}
      {accept.error && <FailureNotice error={accept.error} />}
      <Button loading={accept.busy} onClick={acceptCompared}>
        {t('enrolment:accept.act')}
      </Button>
    </Stack>
  );
}

function Accepted({ name, written }: { name: string; written: OutputOf<'enrol.accept'> }) {
  const { t } = useTranslation();
  const own = useCall('enrol.fingerprints', {});
  return (
    <section className="panel">
      <Stack role="status">
        <Text fw={600}>{t('enrolment:accept.done', { name })}</Text>
        <WrittenFile written={written} />
        <QueryState of={own}>
          {({ root }) => root !== null && <FingerprintText label={t('enrolment:accept.ownFingerprint')} value={root} />}
        </QueryState>
        <Text>{t('enrolment:accept.next')}</Text>
      </Stack>
    </section>
  );
}

function Services({ services }: { services: Request['services'] }) {
  const { t } = useTranslation();
  return (
    <>
      {services.map((service) => (
        <Text key={service} span display="block">
          {service === 'policing' ? t('session:service.policing') : t('session:service.hlp')}
        </Text>
      ))}
    </>
  );
}
