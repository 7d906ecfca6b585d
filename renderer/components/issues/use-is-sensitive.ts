import { useCodeList } from '#renderer/components/use-reference.ts';

/** Whether what is said under this code stays at the office. */
export function useIsSensitive(): (issue: string | null) => boolean {
  const { entries } = useCodeList('safety_issue');
  return (issue) => entries.find(({ code }) => code === issue)?.attributes.sensitive === 'yes';
}
