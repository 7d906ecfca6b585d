import { useTranslation } from 'react-i18next';
import type { MeetingView } from '#shared/contract/meetings.ts';
import { PaperSection } from '#renderer/components/paper/paper-pieces.tsx';
import { inOrder } from './meeting-form-model.ts';

/** What is to be spoken about, or was. */
export function PaperAgenda({ agenda }: Pick<MeetingView, 'agenda'>) {
  const { t } = useTranslation();
  return (
    <PaperSection title={t('meetings:section.agenda')}>
      {agenda.length === 0 ? (
        <p>{t('meetings:agenda.none')}</p>
      ) : (
        <ol>
          {inOrder(agenda).map(({ id, title }) => (
            <li key={id}>
              <bdi>{title}</bdi>
            </li>
          ))}
        </ol>
      )}
    </PaperSection>
  );
}
