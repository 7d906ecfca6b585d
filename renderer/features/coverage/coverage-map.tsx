import { Group, Text } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { CoverageView } from '#shared/contract/coverage.ts';
import { positionOf } from '#shared/domain/places.ts';
import type { Position } from '#shared/domain/position.ts';
import { useFormat, useScreenLanguage } from '#renderer/components/language-context.tsx';
import { usePlaces } from '#renderer/components/use-reference.ts';
import { placeLabels } from './map-labels.ts';
import { forumMarks, serviceLines } from './map-marks.ts';
import { mapHeight, mapWidth, outlinePath, radiiOf, toPoint } from './map-projection.ts';

/**
 * The country with offices, their reach and forums. A picture of what the tables beside it say: nothing on it needs to
 * be pointed at. No line is drawn inside the country.
 */
export function CoverageMap({ coverage }: { coverage: CoverageView }) {
  const { t } = useTranslation();
  const titleId = useId();
  return (
    <figure className="map" dir="ltr">
      <svg className="map-picture" viewBox={`0 0 ${mapWidth} ${mapHeight}`} role="img" aria-labelledby={titleId}>
        <title id={titleId}>{t('coverage:map.title')}</title>
        <path d={outlinePath} className="map-land" />
        <Reach coverage={coverage} />
        <Seats />
        {serviceLines(coverage).map(({ key, from, to }) => (
          <ServiceLine key={key} from={from} to={to} />
        ))}
        <Offices coverage={coverage} />
        <Forums coverage={coverage} />
      </svg>
      <Legend />
    </figure>
  );
}

type Props = { coverage: CoverageView };

/** How far each office reaches; of one that is not in use, broken. */
function Reach({ coverage: { offices, rules } }: Props) {
  return offices.map(({ id, position, inUse }) => {
    if (position === null) return null;
    const { x, y } = toPoint(position);
    const { rx, ry } = radiiOf(position, rules.radiusKm);
    return <ellipse key={id} cx={x} cy={y} rx={rx} ry={ry} className={inUse ? 'map-reach' : 'map-reach map-closed'} />;
  });
}

/** Seats of the governorates, for finding one's way. */
function Seats() {
  const { language } = useScreenLanguage();
  const { all } = usePlaces();
  const seats = all
    .filter(({ level }) => level === 1)
    .map((place) => ({ key: place.code, text: place.names[language], point: toPoint(positionOf(place)) }));
  return (
    <g aria-hidden>
      {seats.map(({ key, point }) => (
        <circle key={key} cx={point.x} cy={point.y} r={3} className="map-seat" />
      ))}
      {placeLabels(seats).map(({ key, text, at }) => (
        <text key={key} x={at.x} y={at.y} className="map-name">
          {text}
        </text>
      ))}
    </g>
  );
}

function ServiceLine({ from, to }: { from: Position; to: Position }) {
  const [a, b] = [toPoint(from), toPoint(to)];
  return <line x1={a.x} y1={a.y} x2={b.x} y2={b.y} className="map-line" />;
}

/** So large that forums at the same place do not hide it. */
const half = 14;

function Offices({ coverage: { offices } }: Props) {
  return offices.map(({ id, name, position, inUse, full }) => {
    if (position === null) return null;
    const { x, y } = toPoint(position);
    const look = !inUse ? 'map-office map-closed' : full ? 'map-office map-wrong' : 'map-office';
    return (
      <rect key={id} x={x - half} y={y - half} width={2 * half} height={2 * half} className={look}>
        <title>{name}</title>
      </rect>
    );
  });
}

function Forums({ coverage: { forums } }: Props) {
  const format = useFormat();
  return forumMarks(forums).map(({ position, names, wrong }) => {
    const { x, y } = toPoint(position);
    return (
      <g key={`${position.lat} ${position.lon}`}>
        <ForumShape x={x} y={y} isWrong={wrong > 0} names={names} />
        {names.length > 1 && (
          <text x={x + 24} y={y - 14} className="map-count">
            {format.number(names.length)}
          </text>
        )}
      </g>
    );
  });
}

type ShapeProps = { x: number; y: number; isWrong: boolean; names?: readonly string[] };

/** Round where the rule is kept, a triangle where it is not: not by colour alone. */
function ForumShape({ x, y, isWrong, names = [] }: ShapeProps) {
  const title = names.length > 0 && <title>{names.join('\n')}</title>;
  return isWrong ? (
    <path d={`M${x} ${y - 11}L${x + 10} ${y + 8}L${x - 10} ${y + 8}Z`} className="map-forum map-wrong">
      {title}
    </path>
  ) : (
    <circle cx={x} cy={y} r={7} className="map-forum">
      {title}
    </circle>
  );
}

/** Words stand in the direction of the language again. */
function Legend() {
  const { t } = useTranslation();
  const { direction } = useScreenLanguage();
  const entries = [
    { words: t('coverage:legend.office'), shape: <rect x={4} y={4} width={16} height={16} className="map-office" /> },
    {
      words: t('coverage:legend.closed'),
      shape: <rect x={4} y={4} width={16} height={16} className="map-office map-closed" />,
    },
    { words: t('coverage:legend.forum'), shape: <ForumShape x={12} y={12} isWrong={false} /> },
    { words: t('coverage:legend.wrong'), shape: <ForumShape x={12} y={13} isWrong /> },
    { words: t('coverage:legend.reach'), shape: <circle cx={12} cy={12} r={10} className="map-reach" /> },
  ];
  return (
    <Group component="figcaption" gap="md" dir={direction}>
      {entries.map(({ words, shape }) => (
        <Group key={words} gap={6} wrap="nowrap">
          <svg viewBox="0 0 24 24" width={24} height={24} aria-hidden>
            {shape}
          </svg>
          <Text size="sm">{words}</Text>
        </Group>
      ))}
    </Group>
  );
}
