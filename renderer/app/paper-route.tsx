/** @file Every paper by its kind; each is fetched when it is first opened. */
import { type ComponentType, lazy } from 'react';
import { PAPER_KINDS, type PaperKind, type PaperRef } from '#shared/domain/papers.ts';
import { isLanguage } from '#shared/text/languages.ts';
import { PaperScreen, PaperSheet } from '#renderer/components/paper/paper-screen.tsx';
import { NothingHere } from './nothing-here.tsx';

type PaperProps = { of: string; part: string };

const papers: Readonly<Record<PaperKind, ComponentType<PaperProps>>> = {
  waybill: lazy(async () => ({
    default: (await import('#renderer/features/exchange/waybill-paper.tsx')).WaybillPaper,
  })),
  invitation: lazy(async () => ({
    default: (await import('#renderer/features/meetings/invitation-paper.tsx')).InvitationPaper,
  })),
  minutes: lazy(async () => ({
    default: (await import('#renderer/features/meetings/minutes-paper.tsx')).MinutesPaper,
  })),
  answers: lazy(async () => ({
    default: (await import('#renderer/features/forums/answers-paper.tsx')).AnswersPaper,
  })),
  plan: lazy(async () => ({ default: (await import('#renderer/features/plans/plan-paper.tsx')).PlanPaper })),
  members: lazy(async () => ({ default: (await import('#renderer/features/forums/members-paper.tsx')).MembersPaper })),
  certificate: lazy(async () => ({
    default: (await import('#renderer/features/trainings/certificate-paper.tsx')).CertificatePaper,
  })),
  handover: lazy(async () => ({
    default: (await import('#renderer/features/holdings/handover-paper.tsx')).HandoverPaper,
  })),
};

/** Screens that lead to the papers. */
const screens: Readonly<Record<PaperKind, (of: string) => string>> = {
  waybill: () => '/exchange',
  invitation: (of) => `/meetings/${of}`,
  minutes: (of) => `/meetings/${of}`,
  answers: (of) => `/forums/${of}`,
  plan: (of) => `/plans/${of}`,
  members: (of) => `/forums/${of}`,
  certificate: (of) => `/trainings/${of}`,
  handover: (of) => `/holdings/${of}`,
};

type Props = { kind: string; language: string; of: string; part?: string; alone?: boolean };

/** `alone`: without anything around it, for a browser that prints it. */
export function PaperRoute({ kind: named, language, of, part = '', alone = false }: Props) {
  const kind = PAPER_KINDS.find((one) => one === named);
  if (kind === undefined || !isLanguage(language)) return <NothingHere />;
  const paper: PaperRef = { kind, of, part };
  const Contents = papers[kind];
  if (alone) {
    return (
      <PaperSheet paper={paper} language={language}>
        <Contents of={of} part={part} />
      </PaperSheet>
    );
  }
  return (
    <PaperScreen paper={paper} language={language} back={screens[kind](of)}>
      <Contents of={of} part={part} />
    </PaperScreen>
  );
}
