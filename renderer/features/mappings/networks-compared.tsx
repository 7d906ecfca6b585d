import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { NetworkActor } from '#shared/contract/mappings.ts';
import { actorNumber } from '#shared/domain/mapping-network.ts';
import { CodeLabel } from '#renderer/components/code-label.tsx';
import { useFormat } from '#renderer/components/language-context.tsx';
import { useMappingChoices } from './use-mapping-choices.ts';

type Side = { readonly key: string; readonly title: string; readonly network: readonly NetworkActor[] };

/** The pictures of several sides in one table, an actor a line. */
export function NetworksCompared({ sides }: { sides: readonly Side[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const byNumber = (a: string, b: string) => actorNumber(a) - actorNumber(b);
  const actors = [...new Set(sides.flatMap(({ network }) => network.map(({ actor }) => actor)))].toSorted(byNumber);
  const columns = [
    { key: 'turnTo', header: t('mappings:trust.turnTo') },
    { key: 'influence', header: t('mappings:trust.influence') },
    { key: 'effect', header: t('mappings:trust.effect') },
    { key: 'reachable', header: t('mappings:network.alone') },
  ] as const;
  if (actors.length === 0) return <Text c="dimmed">{t('mappings:trust.none')}</Text>;
  const label = t('mappings:network.table');
  return (
    <Table.ScrollContainer
      minWidth={900}
      scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'region', 'aria-label': label } }}
    >
      <Table verticalSpacing={4} withColumnBorders aria-label={label} fz="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col" rowSpan={2}>
              {t('mappings:trust.actor')}
            </Table.Th>
            {sides.map(({ key, title }) => (
              <Table.Th key={key} scope="colgroup" colSpan={columns.length}>
                {title}
              </Table.Th>
            ))}
          </Table.Tr>
          <Table.Tr>
            {sides.map((side) =>
              columns.map(({ key, header }) => (
                <Table.Th key={`${side.key} ${key}`} scope="col">
                  {header}
                </Table.Th>
              )),
            )}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {actors.map((actor) => (
            <Table.Tr key={actor}>
              <Table.Th scope="row" fw={500}>
                {format.number(actorNumber(actor))}. <CodeLabel list="trust_actor" code={actor} />
              </Table.Th>
              {sides.map(({ key, network }) => (
                <ActorCells key={key} line={network.find((one) => one.actor === actor)} />
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

/** A dash where this side did not speak of the actor. */
function ActorCells({ line }: { line: NetworkActor | undefined }) {
  const format = useFormat();
  const { wordOfAnswer, wordOfEffect } = useMappingChoices();
  const points = (tenths: number | null | undefined) =>
    tenths === null || tenths === undefined ? '–' : format.number(tenths / 10);
  return (
    <>
      <Table.Td>{points(line?.turnTo)}</Table.Td>
      <Table.Td>{points(line?.influence)}</Table.Td>
      <Table.Td>{line === undefined ? '–' : wordOfEffect(line.effect)}</Table.Td>
      <Table.Td>{line === undefined ? '–' : wordOfAnswer(line.reachable)}</Table.Td>
    </>
  );
}
