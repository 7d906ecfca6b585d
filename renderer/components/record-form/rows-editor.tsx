import { Alert, Button, Fieldset, Group, Stack, Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

type Row = { readonly id: string };

type Props<R extends Row> = {
  rows: readonly R[];
  onChange: (rows: readonly R[]) => void;
  /** Path of the list in the method's input, such as `fields.members`. */
  path: string;
  /** Words for a row: the name typed in it, or its number. */
  nameOf: (row: R, index: number) => string;
  addLabel: string;
  makeRow: () => R;
  removeLabel: (name: string) => string;
  emptyText: string;
  /** Rows have an order that people choose. */
  move?: { readonly up: (name: string) => string; readonly down: (name: string) => string };
  children: (row: R, index: number, patch: (change: Partial<R>) => void) => ReactNode;
};

/** A list of small records inside a form: rows are added, removed, put back and moved by buttons alone. */
export function RowsEditor<R extends Row>(props: Props<R>) {
  const { rows, onChange } = props;
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const focusNext = useFocusAfterDrawing(box);
  const [removed, setRemoved] = useState<{ row: R; index: number; name: string } | null>(null);

  function add(): void {
    const row = props.makeRow();
    focusNext(`[data-row="${row.id}"] input`);
    setRemoved(null);
    onChange([...rows, row]);
  }

  function remove(row: R, index: number): void {
    setRemoved({ row, index, name: props.nameOf(row, index) });
    focusNext('[data-undo]');
    onChange(rows.filter((other) => other !== row));
  }

  function putBack(): void {
    if (removed === null) return;
    focusNext(`[data-row="${removed.row.id}"] input`);
    setRemoved(null);
    onChange(rows.toSpliced(removed.index, 0, removed.row));
  }

  function moveBy(row: R, index: number, step: -1 | 1): void {
    const buttons = `[data-row="${row.id}"] [data-move]:not([disabled])`;
    focusNext(`${buttons}[data-move="${step}"]`, buttons);
    onChange(rows.toSpliced(index, 1).toSpliced(index + step, 0, row));
  }

  return (
    <Stack gap="sm" ref={box} data-field={props.path} tabIndex={-1}>
      {rows.length === 0 && <Text c="dimmed">{props.emptyText}</Text>}
      {rows.map((row, index) => {
        const name = props.nameOf(row, index);
        return (
          <Fieldset
            key={row.id}
            legend={<bdi>{name}</bdi>}
            data-row={row.id}
            data-field={`${props.path}.${index}`}
            tabIndex={-1}
          >
            {props.children(row, index, (change) =>
              onChange(rows.map((other) => (other === row ? { ...row, ...change } : other))),
            )}
            <Group justify="flex-end" gap="xs" mt="xs">
              {props.move && (
                <MoveButtons
                  up={props.move.up(name)}
                  down={props.move.down(name)}
                  isFirst={index === 0}
                  isLast={index === rows.length - 1}
                  onMove={(step) => moveBy(row, index, step)}
                />
              )}
              <Button
                variant="subtle"
                size="compact-md"
                leftSection={<IconTrash size={18} aria-hidden />}
                aria-label={props.removeLabel(name)}
                onClick={() => remove(row, index)}
              >
                {t('common:action.remove')}
              </Button>
            </Group>
          </Fieldset>
        );
      })}
      {removed && (
        <Alert color="gray" role="status">
          <Group justify="space-between">
            <Text>{t('common:record.rowRemoved', { name: removed.name })}</Text>
            <Button variant="default" data-undo onClick={putBack}>
              {t('common:action.undo')}
            </Button>
          </Group>
        </Alert>
      )}
      <Group>
        <Button variant="default" leftSection={<IconPlus size={20} aria-hidden />} onClick={add}>
          {props.addLabel}
        </Button>
      </Group>
    </Stack>
  );
}

type MoveProps = { up: string; down: string; isFirst: boolean; isLast: boolean; onMove: (step: -1 | 1) => void };

function MoveButtons({ up, down, isFirst, isLast, onMove }: MoveProps) {
  return (
    <>
      <Button
        variant="subtle"
        size="compact-md"
        aria-label={up}
        disabled={isFirst}
        data-move={-1}
        onClick={() => onMove(-1)}
      >
        <IconArrowUp size={18} aria-hidden />
      </Button>
      <Button
        variant="subtle"
        size="compact-md"
        aria-label={down}
        disabled={isLast}
        data-move={1}
        onClick={() => onMove(1)}
      >
        <IconArrowDown size={18} aria-hidden />
      </Button>
    </>
  );
}

/**
 * Moves the focus to an element that the change just made draws, the first selector that finds one; buttons that are
 * gone would lose it to the page. Before the next key is read: a space typed at once would press the button again.
 */
function useFocusAfterDrawing(box: React.RefObject<HTMLElement | null>): (...selectors: readonly string[]) => void {
  const wanted = useRef<readonly string[]>([]);
  useLayoutEffect(() => {
    const found = wanted.current.map((selector) => box.current?.querySelector<HTMLElement>(selector));
    found.find(Boolean)?.focus();
    wanted.current = [];
  });
  return (...selectors) => {
    wanted.current = selectors;
  };
}
