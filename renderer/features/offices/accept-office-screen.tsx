import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { PickedFile } from '#renderer/client/files.ts';
import { useCall } from '#renderer/client/use-call.ts';
import { PageTitle } from '#renderer/components/page-title.tsx';
import { PickFilesButton } from '#renderer/components/pick-files-button.tsx';
import { QueryState } from '#renderer/components/query-state.tsx';
import { AcceptForm } from './accept-form.tsx';

/** Takes an office's request in, and writes the answer that lets it work. */
export function AcceptOfficeScreen() {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const [file, setFile] = useState<PickedFile | null>(null);
  return (
    <Stack>
      <PageTitle title={t('enrolment:accept.title')} />
      <Text>{t('enrolment:accept.explain')}</Text>
      <Group>
        <PickFilesButton
          kind="request"
          label={t('enrolment:accept.pick')}
          variant={file === null ? 'filled' : 'default'}
          onPicked={([picked]) => setFile(picked ?? null)}
        />
        <Button variant="default" onClick={() => navigate('/offices')}>
          {t('enrolment:accept.back')}
        </Button>
      </Group>
      {file && <ReadRequest key={file.token} file={file} />}
    </Stack>
  );
}

function ReadRequest({ file }: { file: PickedFile }) {
  const request = useCall('enrol.readRequest', { file: file.token });
  return <QueryState of={request}>{(value) => <AcceptForm file={file} request={value} />}</QueryState>;
}
