import { Alert, Checkbox, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/contract.ts';
import { QueryState } from '#renderer/components/query-state.tsx';
import type { ChosenFile, TakeInFrame } from './take-in.ts';
import { useFreshCall } from './use-fresh-call.ts';
import type { Stick } from './use-sticks.ts';
import { WizardFrame } from './wizard-frame.tsx';

type Found = OutputOf<'sticks.bundlesOn'>;
type FoundFile = Found['files'][number];

type Props = {
  frame: TakeInFrame;
  stick: Stick;
  /** Tokens; null: not touched yet, all but those for other offices. */
  marked: readonly string[] | null;
  onMark: (tokens: readonly string[]) => void;
  onBack: () => void;
  onNext: (files: readonly ChosenFile[]) => void;
};

/** The files of this program on the stick; those for other offices are left to them unless one wants it otherwise. */
export function FoundStep({ frame, stick, marked, onMark, onBack, onNext }: Props) {
  const { t } = useTranslation();
  const found = useFreshCall('sticks.bundlesOn', { stick: stick.token });
  const [asked, setAsked] = useState(false);
  const files = found.value?.files ?? [];
  const tokens = marked ?? files.filter(({ addressedTo }) => addressedTo !== 'others').map(({ token }) => token);
  const chosen = files.filter(({ token }) => tokens.includes(token));

  function goOn(): void {
    setAsked(true);
    // Older files first: each then finds its predecessor here.
    if (chosen.length > 0) onNext(chosen.toReversed());
  }

  return (
    <WizardFrame
      {...frame}
      heading={t('sticks:takeIn.foundTitle', { label: stick.label })}
      onBack={onBack}
      next={files.length === 0 ? undefined : { label: t('sticks:takeIn.look'), onNext: goOn }}
    >
      <QueryState
        of={found}
        empty={(value) => value.files.length === 0}
        emptyContent={<Text>{t('sticks:takeIn.none')}</Text>}
      >
        {(value) => <FileList found={value} tokens={tokens} onMark={onMark} label={stick.label} />}
      </QueryState>
      {asked && chosen.length === 0 && files.length > 0 && (
        <Alert color="red" role="alert">
          {t('sticks:takeIn.choose')}
        </Alert>
      )}
    </WizardFrame>
  );
}

type ListProps = { found: Found; tokens: readonly string[]; onMark: Props['onMark']; label: string };

function FileList({ found, tokens, onMark, label }: ListProps) {
  const { t } = useTranslation();
  const rest = found.total - found.files.length;
  return (
    <>
      <Checkbox.Group
        aria-label={t('sticks:takeIn.foundTitle', { label })}
        value={[...tokens]}
        onChange={(chosen) => onMark(chosen)}
      >
        <Stack gap="sm">
          {found.files.map((file) => (
            <Checkbox key={file.token} value={file.token} label={<FileLine file={file} />} />
          ))}
        </Stack>
      </Checkbox.Group>
      {rest > 0 && <Text>{t('sticks:takeIn.more', { count: rest })}</Text>}
    </>
  );
}

function FileLine({ file }: { file: FoundFile }) {
  const { t } = useTranslation();
  const who = { us: t('sticks:takeIn.us'), others: t('sticks:takeIn.others'), unknown: t('sticks:takeIn.unknown') };
  const { name, bytes, at, addressedTo } = file;
  return <>{t('sticks:takeIn.file', { file: name, bytes, at, who: who[addressedTo] })}</>;
}
