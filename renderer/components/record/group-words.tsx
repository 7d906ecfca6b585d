/** @file How the values of a record's groups are told in its history and its conflicts. */
import { Group, Stack, Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/components/language-context.tsx';
import { CodeLabel } from '#renderer/components/code-label.tsx';
import { DateText } from '#renderer/components/date-text.tsx';
import { Identifier } from '#renderer/components/identifier.tsx';
import { PlaceLabel } from '#renderer/components/place-label.tsx';

export type FieldWords = {
  readonly label: string;
  /** How a value is drawn: text that people typed, and so on; `{ list }` for a code or several of a list. */
  readonly as: 'text' | 'date' | 'place' | 'identifier' | 'number' | 'flag' | { readonly list: string } | Draw;
  /** Fields of the group that say something only together with this one: the currency of an amount. */
  readonly with?: readonly string[];
};
/** `group`: the whole value, for a field that is told with others. */
type Draw = (value: unknown, group: unknown) => ReactNode;

/** By the name of the group without its element id. */
export type GroupWords = Readonly<
  Record<string, { readonly label: string; readonly fields: Readonly<Record<string, FieldWords>> }>
>;

/** Words for a group such as `member:<element id>`; one of a newer program is told as such. */
export function groupLabel(t: TFunction, words: GroupWords, group: string): string {
  const name = groupName(group);
  return words[name]?.label ?? t('common:record.unknownCode', { code: name });
}

type GroupValueProps = {
  words: GroupWords;
  group: string;
  value: unknown;
  /** Names of fields that are not the same in the values beside it: marked by a sign and a word. */
  differs?: readonly string[];
};

/** The fields of a group's value that hold something, each with its label where there are several. */
export function GroupValue({ words, group, value, differs = [] }: GroupValueProps) {
  const { t } = useTranslation();
  const known = words[groupName(group)]?.fields ?? {};
  const filled = Object.entries(known).filter(([name]) => !isEmpty(fieldOf(value, name)));
  const isOther = (name: string, field: FieldWords) => fieldsIn(name, field).some((one) => differs.includes(one));
  if (filled.length === 0) return <Text c="dimmed">{t('common:history.nothing')}</Text>;
  return (
    <Stack gap={2}>
      {filled.map(([name, field]) => (
        <Group key={name} gap={6} align="baseline" className={isOther(name, field) ? 'differs' : undefined}>
          {Object.keys(known).length > 1 && (
            <Text span size="sm" c="dimmed">
              {field.label}
            </Text>
          )}
          <FieldValue as={field.as} value={fieldOf(value, name)} group={value} />
          {isOther(name, field) && Object.keys(known).length > 1 && (
            <Text span size="sm" className="differs-word">
              {t('history:conflicts.differs')}
            </Text>
          )}
        </Group>
      ))}
    </Stack>
  );
}

/** The names of a field and of those that are told with it. */
export const fieldsIn = (name: string, field: FieldWords): readonly string[] => [name, ...(field.with ?? [])];

type FieldValueProps = { as: FieldWords['as']; value: unknown; group?: unknown };

/** One field of a value, drawn as its words say. */
export function FieldValue({ as, value, group }: FieldValueProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  if (typeof as === 'function') return as(value, group);
  if (Array.isArray(value)) return value.map((item) => <FieldValue key={String(item)} as={as} value={item} />);
  if (typeof as === 'object') return <CodeLabel list={as.list} code={String(value)} />;
  switch (as) {
    case 'date':
      return <DateText value={String(value)} />;
    case 'place':
      return <PlaceLabel code={String(value)} />;
    case 'identifier':
      return <Identifier>{String(value)}</Identifier>;
    case 'number':
      return typeof value === 'number' ? format.number(value) : String(value);
    case 'flag':
      return value === true ? t('common:word.yes') : t('common:word.no');
    case 'text':
      return <bdi className="passage">{String(value)}</bdi>;
  }
}

/** `member:<element id>` -> `member`. */
export const groupName = (group: string): string => group.split(':')[0] ?? group;

/** Whether one of these groups, or an element of them, holds more than one current value. */
export const inConflict = (record: { readonly conflicts: readonly string[] }, ...names: readonly string[]): boolean =>
  record.conflicts.some((group) => names.includes(groupName(group)));

export const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
