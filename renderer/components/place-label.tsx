import { Identifier } from './identifier.tsx';
import { usePlaces } from './use-reference.ts';

export function PlaceLabel({ code }: { code: string }) {
  const { all, labelOf } = usePlaces();
  const label = labelOf(code);
  if (label !== null) return <bdi>{label}</bdi>;
  return all.length === 0 ? null : <Identifier>{code}</Identifier>;
}
