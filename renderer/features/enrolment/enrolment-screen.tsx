import { Alert, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSession } from '#renderer/client/session-context.tsx';
import { PageTitle } from '#renderer/components/page-title.tsx';
import { AnswerStep } from './answer-step.tsx';
import { RequestStep } from './request-step.tsx';

/** How an office joins: its request travels up, the answer travels back, and people compare digits by phone. */
export function EnrolmentScreen() {
  const { t } = useTranslation();
  const { node } = useSession();
  return (
    <Stack gap="lg">
      <PageTitle title={t('enrolment:title')} />
      {node?.enrolled ? (
        <>
          <Alert color="blue">{t('enrolment:alreadyDone')}</Alert>
          <RequestStep renews />
          <AnswerStep renews />
        </>
      ) : (
        <>
          <Text>{t('enrolment:explain')}</Text>
          <RequestStep />
          <AnswerStep />
        </>
      )}
    </Stack>
  );
}
