import { ConflictsScreen } from '#renderer/features/conflicts/conflicts-screen.tsx';
import { useDisputeWords } from '#renderer/features/disputes/use-dispute-words.tsx';
import { useForumWords } from '#renderer/features/forums/use-forum-words.tsx';
import { useAssetWords, useSiteWords } from '#renderer/features/holdings/use-holding-words.tsx';
import { useMappingWords } from '#renderer/features/mappings/use-mapping-words.tsx';
import { useMeetingWords } from '#renderer/features/meetings/use-meeting-words.tsx';
import { usePartnerWords } from '#renderer/features/reference/use-partner-words.ts';
import { usePlanWords } from '#renderer/features/plans/use-plan-words.tsx';
import { usePlaceWords } from '#renderer/features/reference/use-place-words.ts';
import { useRuleGroupWords } from '#renderer/features/reference/use-rule-group-words.ts';
import { useTrainingWords } from '#renderer/features/trainings/use-training-words.tsx';

/** Conflicts of all kinds of records, told in the words of each kind. */
export function ConflictsRoute() {
  const forum = useForumWords();
  const meeting = useMeetingWords();
  const site = useSiteWords();
  const asset = useAssetWords();
  const mapping = useMappingWords();
  const dispute = useDisputeWords();
  const training = useTrainingWords();
  const partner = usePartnerWords();
  const plan = usePlanWords();
  const place = usePlaceWords();
  const rule = useRuleGroupWords();
  return (
    <ConflictsScreen
      wordsByType={{ forum, meeting, plan, site, asset, mapping, dispute, training, partner, place, rule }}
    />
  );
}
