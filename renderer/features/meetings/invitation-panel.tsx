import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeetingView } from '#shared/contract/meetings.ts';
import { LANGUAGES, type Language } from '#shared/text/languages.ts';
import { useFormat, useScreenLanguage } from '#renderer/components/language-context.tsx';
import { PaperButton } from '#renderer/components/paper/paper-button.tsx';
import { Paper } from '#renderer/components/paper-language.tsx';
import { useCodeList } from '#renderer/components/use-reference.ts';
import { FormSection } from '#renderer/components/record-form/form-section.tsx';

/** The text that invites to a planned meeting, to be copied into a message. It names nobody. */
export function InvitationPanel({ meeting }: { meeting: MeetingView }) {
  const { t } = useTranslation();
  const screen = useScreenLanguage();
  const [language, setLanguage] = useState<Language>(screen.language);
  const text = useRef<HTMLDivElement>(null);
  const [told, setTold] = useState('');
  const choices = LANGUAGES.map((one) => ({ value: one, label: t(`common:languages.${one}`) }));

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(linesIn(text.current));
      setTold(t('meetings:invitation.copied'));
    } catch {
      // The browser may refuse: then the text is marked, and Ctrl+C takes it.
      if (text.current) window.getSelection()?.selectAllChildren(text.current);
      setTold(t('meetings:invitation.marked'));
    }
  }

  return (
    <FormSection title={t('meetings:invitation.section')}>
      <Group align="flex-end">
        <Select
          label={t('meetings:invitation.language')}
          data={choices}
          value={language}
          allowDeselect={false}
          onChange={(next) => {
            setTold('');
            setLanguage(LANGUAGES.find((one) => one === next) ?? screen.language);
          }}
        />
        <Button leftSection={<IconCopy size={20} aria-hidden />} onClick={() => void copy()}>
          {t('meetings:invitation.copy')}
        </Button>
        <PaperButton paper={{ kind: 'invitation', of: meeting.id, part: '' }} label={t('papers:print.invitation')} />
        <Text role="status">{told}</Text>
      </Group>
      <Paper language={language}>
        <div ref={text}>
          <InvitationText meeting={meeting} />
        </div>
      </Paper>
    </FormSection>
  );
}

const linesIn = (text: HTMLElement | null): string =>
  [...(text?.querySelectorAll('p') ?? [])].map((line) => line.textContent ?? '').join('\n');

/** In the language of the paper. */
function InvitationText({ meeting }: { meeting: MeetingView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { labelOf } = useCodeList('meeting_type');
  const { forumName, type, date, startTime, venue, agenda } = meeting;
  return (
    <Stack gap="xs">
      <Text>{t('meetings:invitation.to', { name: forumName })}</Text>
      <Text>{t('meetings:invitation.invites', { type: labelOf(type) ?? '', date: format.dateWithWeekday(date) })}</Text>
      {startTime !== null && <Text>{t('meetings:invitation.time', { time: startTime })}</Text>}
      {venue !== '' && <Text>{t('meetings:invitation.venue', { venue })}</Text>}
      {agenda.length > 0 && (
        <div>
          <Text>{t('meetings:invitation.agenda')}</Text>
          {agenda.map(({ id, title }, index) => (
            <Text key={id}>
              {format.number(index + 1)}. <bdi>{title}</bdi>
            </Text>
          ))}
        </div>
      )}
      <Text>{t('meetings:invitation.answer')}</Text>
    </Stack>
  );
}
