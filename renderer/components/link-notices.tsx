import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { OutputOf } from '#shared/contract/contract.ts';
import { useCan, useSession } from '#renderer/client/session-context.tsx';
import { useCall } from '#renderer/client/use-call.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { FailureNotice } from './failure-notice.tsx';

type Notice = OutputOf<'notices.list'>[number];

/** What the exchange noticed by itself, each until a person has read it: what happened, is my work safe, what now. */
export function LinkNotices() {
  const { t } = useTranslation();
  const notices = useCall('notices.list', {});
  const rows = notices.value ?? [];
  if (rows.length === 0) return null;
  return (
    <Stack gap="sm" component="section" aria-label={t('notices:title')}>
      {rows.map((notice) => (
        <LinkNotice key={notice.id} notice={notice} />
      ))}
    </Stack>
  );
}

function LinkNotice({ notice }: { notice: Notice }) {
  const { t } = useTranslation();
  const mayDismiss = useCan('exchange.run');
  const dismiss = useCommand('notices.dismiss');
  const { id, kind, name, date, number } = notice;
  const values = { name, date, number };
  const link = useLink(notice);
  const [location] = useLocation();
  return (
    <Alert color="orange" icon={<IconAlertTriangle aria-hidden />} title={t(`notices:kind.${kind}.title`, values)}>
      <Stack gap="xs" align="flex-start">
        <Text>{t(`notices:kind.${kind}.what`, values)}</Text>
        <Text>
          <b>{t('notices:safe')}</b> {t(`notices:kind.${kind}.safe`, values)}
        </Text>
        <Text>
          <b>{t('notices:now')}</b> {t(`notices:kind.${kind}.now`, values)}
        </Text>
        {link && link.href !== `#${location}` && (
          <Button component="a" href={link.href} variant="default">
            {link.label}
          </Button>
        )}
        {mayDismiss && (
          <Button variant="default" loading={dismiss.busy} onClick={() => void dismiss.run({ noticeId: id })}>
            {t('notices:dismiss')}
          </Button>
        )}
        {dismiss.error && <FailureNotice error={dismiss.error} />}
      </Stack>
    </Alert>
  );
}

/** The screen on which something can be done about it, for those who may open it. */
function useLink({ kind, node }: Notice): { readonly href: string; readonly label: string } | null {
  const { t } = useTranslation();
  const { node: self } = useSession();
  const mayEnrol = useCan('enrol');
  const maySupervise = useCan('hlp.supervise');
  const certifies = mayEnrol && self?.kind === 'directorate';
  switch (kind) {
    case 'late-edits':
      return maySupervise ? { href: '#/transfers', label: t('notices:link.transfers') } : null;
    case 'device-revoked':
    case 'clone':
      if (certifies && node !== null && node !== self?.id) {
        return { href: `#/offices/${node}`, label: t('notices:link.computers') };
      }
      return mayEnrol && node === self?.id && self?.kind !== 'directorate'
        ? { href: '#/enrolment', label: t('notices:link.renew') }
        : null;
    case 'series-provisional':
      return { href: '#/exchange', label: t('notices:link.exchange') };
    default:
      return null;
  }
}
