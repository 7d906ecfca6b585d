import { useFormat } from '#renderer/components/language-context.tsx';

/** A calendar date in words; a dash where there is none. */
export function DateText({ value }: { value: string | null }) {
  const format = useFormat();
  return value === null || value === '' ? <span>–</span> : <time dateTime={value}>{format.date(value)}</time>;
}

/** A moment in Iraqi time; a dash where there is none. */
export function MomentText({ value }: { value: string | null }) {
  const format = useFormat();
  return value === null || value === '' ? <span>–</span> : <time dateTime={value}>{format.moment(value)}</time>;
}
