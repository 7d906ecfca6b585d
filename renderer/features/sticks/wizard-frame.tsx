import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/components/language-context.tsx';
import { PageTitle } from '#renderer/components/page-title.tsx';

type Props = {
  title: string;
  /** Names of all steps, and which one is shown. */
  steps: readonly string[];
  at: number;
  heading: string;
  children: ReactNode;
  /** Left out where there is no way back: while work is under way and when it is done. */
  onBack?: (() => void) | undefined;
  /** Names what comes next. Enter does it too. */
  next?: { readonly label: string; readonly onNext: () => void; readonly busy?: boolean } | undefined;
  /** Other ways on, beside the main one. */
  also?: ReactNode;
};

/** One step of a wizard: where one is, one question, back and on. Each step begins at its heading, for readers too. */
export function WizardFrame({ title, steps, at, heading, children, onBack, next, also }: Props) {
  const { t } = useTranslation();
  return (
    <form
      noValidate
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        if (next?.busy !== true) next?.onNext();
      }}
    >
      <PageTitle title={title} />
      <Stack gap="lg">
        <StepLine steps={steps} at={at} />
        <section className="panel" aria-label={heading}>
          <StepHeading key={at} text={heading} />
          <Stack>{children}</Stack>
        </section>
        <Group className="form-actions" justify="space-between" wrap="wrap">
          {onBack ? (
            <Button variant="default" onClick={onBack}>
              {t('common:action.back')}
            </Button>
          ) : (
            <span />
          )}
          <Group gap="sm">
            {also}
            {next && (
              <Button type="submit" loading={next.busy ?? false}>
                {next.label}
              </Button>
            )}
          </Group>
        </Group>
      </Stack>
    </form>
  );
}

function StepLine({ steps, at }: { steps: readonly string[]; at: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ol className="wizard-steps" aria-label={t('sticks:step.list')}>
      {steps.map((name, index) => (
        <li key={name} aria-current={index === at ? 'step' : undefined} data-done={index < at ? true : undefined}>
          <Text component="span" fw={index === at ? 700 : 400}>
            {format.number(index + 1)}. {name}
          </Text>
          {index < at && <IconCheck size={18} aria-hidden />}
        </li>
      ))}
    </ol>
  );
}

function StepHeading({ text }: { text: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <Title ref={heading} order={2} size="h3" mb="sm" tabIndex={-1}>
      {text}
    </Title>
  );
}
