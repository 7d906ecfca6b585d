import { useTranslation } from 'react-i18next';
import type { TrainingView } from '#shared/contract/trainings.ts';

type Participant = TrainingView['participants'][number];

/** How a participant is called where a field or a button is named after him or her. */
export function useParticipantName(): (row: Participant, index: number) => string {
  const { t } = useTranslation();
  return (row, index) => (!row.anonymous && row.name) || t('trainings:participant.row', { number: index + 1 });
}
