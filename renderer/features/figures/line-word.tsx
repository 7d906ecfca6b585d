import { CodeLabel } from '#renderer/components/code-label.tsx';
import { PlaceLabel } from '#renderer/components/place-label.tsx';
import type { LineWord as Word } from './use-figure-words.ts';

export function LineWord({ word }: { word: Word }) {
  if (word.of === 'place') return <PlaceLabel code={word.code} />;
  return word.of === 'list' ? <CodeLabel list={word.list} code={word.code} /> : <bdi>{word.text}</bdi>;
}
