import { Alert, Anchor, List, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PlanView } from '#shared/contract/plans.ts';
import { isEndorsed } from '#shared/domain/plan-status.ts';
import { CodeLabel } from '#renderer/components/code-label.tsx';
import { DateText } from '#renderer/components/date-text.tsx';

/** Whose voices are in the plan. A gap is told as long as it is there, also after the endorsement. */
export function VoicesView({ view }: { view: PlanView }) {
  const { t } = useTranslation();
  return (
    <Stack gap="sm">
      <VoicesGap view={view} />
      {view.consultations.length === 0 ? (
        <Text c="dimmed">{t('plans:voices.none')}</Text>
      ) : (
        <List>
          {view.consultations.map(({ id, kind, type, date }) => (
            <List.Item key={id}>
              {type === '' ? (
                t('plans:voices.away')
              ) : (
                <>
                  <Anchor href={kind === 'mapping' ? `#/mappings/${id}` : `#/meetings/${id}`}>
                    {kind === 'mapping' && `${t('plans:voices.mappingOf')} `}
                    <CodeLabel list={kind === 'mapping' ? 'mapping_group' : 'meeting_type'} code={type} />
                  </Anchor>{' '}
                  <DateText value={date} />
                </>
              )}
            </List.Item>
          ))}
        </List>
      )}
    </Stack>
  );
}

function VoicesGap({ view }: { view: PlanView }) {
  const { t } = useTranslation();
  const { women, youth } = view.missingVoices;
  if (!women && !youth) return null;
  const gapReason = view.endorsement?.gapReason ?? '';
  return (
    <Alert color="orange" icon={<IconAlertTriangle aria-hidden />} title={t('plans:voices.gap')}>
      {women && <Text>{t('plans:voices.noWomen')}</Text>}
      {youth && <Text>{t('plans:voices.noYouth')}</Text>}
      {!isEndorsed(view.status) && <Text>{t('plans:voices.before')}</Text>}
      {gapReason !== '' && (
        <Text>
          {t('plans:voices.why')} <bdi>{gapReason}</bdi>
        </Text>
      )}
    </Alert>
  );
}
