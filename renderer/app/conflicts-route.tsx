import { ConflictsScreen } from '#renderer/features/conflicts/conflicts-screen.tsx';
import { useDisputeWords } from '#renderer/features/disputes/use-dispute-words.tsx';
import { useForumWords } from '#renderer/features/forums/use-forum-words.ts';
import { useMeetingWords } from '#renderer/features/meetings/use-meeting-words.tsx';

/** Conflicts of all kinds of records, told in the words of each kind. */
export function ConflictsRoute() {
  const forum = useForumWords();
  const meeting = useMeetingWords();
  const dispute = useDisputeWords();
  return <ConflictsScreen wordsByType={{ forum, meeting, dispute }} />;
}
