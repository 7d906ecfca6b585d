import { SimpleGrid } from '@mantine/core';
import { CodeField } from './code-field.tsx';
import { NumberField } from './number-field.tsx';

/** People without names, as they are typed: so many of one sex and age band. */
export type CountedPeople = {
  readonly sex: string | null;
  readonly ageBand: string | null;
  readonly count: number | null;
};

type Props = {
  /** Path of the line in the input. */
  path: string;
  labels: Readonly<Record<keyof CountedPeople, string>>;
  value: CountedPeople;
  onChange: (change: Partial<CountedPeople>) => void;
  most: number;
};

export function CountedPeopleFields({ path, labels, value, onChange, most }: Props) {
  return (
    <SimpleGrid cols={{ base: 1, sm: 3 }} verticalSpacing="xs">
      <CodeField
        list="sex"
        label={labels.sex}
        name={`${path}.sex`}
        value={value.sex}
        onChange={(sex) => onChange({ sex })}
        required
      />
      <CodeField
        list="age_band"
        label={labels.ageBand}
        name={`${path}.ageBand`}
        value={value.ageBand}
        onChange={(ageBand) => onChange({ ageBand })}
        required
      />
      <NumberField
        label={labels.count}
        name={`${path}.count`}
        value={value.count}
        onChange={(count) => onChange({ count })}
        min={1}
        max={most}
        required
      />
    </SimpleGrid>
  );
}
