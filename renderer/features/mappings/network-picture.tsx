import { useTranslation } from 'react-i18next';
import type { NetworkActor } from '#shared/contract/mappings.ts';
import { nobody } from '#shared/domain/mapping.ts';
import { actorNumber, layOutNetwork, type NetworkNode } from '#shared/domain/mapping-network.ts';
import { useFormat } from '#renderer/components/language-context.tsx';
import './network-picture.css';

const radius = 150;
const largest = 15;
const margin = 24;
const edge = radius + margin;
/** A ring for each point of trust; five is the innermost. */
const rings = [1, 2, 3, 4, 5];

type Props = { network: readonly NetworkActor[]; label: string };

/**
 * The group in the middle, each actor the nearer the more it is trusted and the larger the more it can do. The numbers
 * are those of the table beside it, which says the same; the shape tells the effect, so that it reads in grey.
 */
export function NetworkPicture({ network, label }: Props) {
  const { t } = useTranslation();
  const nodes = layOutNetwork(network.filter(({ actor }) => actor !== nobody));
  return (
    <figure className="trust-network">
      <div dir="ltr">
        <svg viewBox={`${-edge} ${-edge} ${2 * edge} ${2 * edge}`} role="img" aria-label={label}>
          {rings.map((points) => (
            <circle key={points} r={radius * distanceOf(points)} className="trust-ring" />
          ))}
          {nodes.map((node) => (
            <line
              key={node.actor}
              x2={node.x * radius}
              y2={node.y * radius}
              className={`trust-link trust-link-${node.reachable}`}
            />
          ))}
          <circle r={10} className="trust-group" />
          {nodes.map((node) => (
            <Node key={node.actor} node={node} />
          ))}
        </svg>
      </div>
      <figcaption>
        <Legend shape="helps" text={t('mappings:effect.helps')} />
        <Legend shape="neutral" text={t('mappings:effect.neutral')} />
        <Legend shape="harms" text={t('mappings:effect.harms')} />
        <Legend shape="differs" text={t('mappings:answer.differs')} />
        <span className="trust-legend">
          <span className="trust-swatch-line" aria-hidden />
          {t('mappings:network.reachable')}
        </span>
        <span className="trust-legend">
          <span className="trust-swatch-line broken" aria-hidden />
          {t('mappings:network.notReachable')}
        </span>
        <span className="trust-legend">{t('mappings:network.reading')}</span>
      </figcaption>
    </figure>
  );
}

/** The same as `layOutNetwork` puts an actor of so many points. */
const distanceOf = (points: number): number => {
  const [node] = layOutNetwork([{ actor: '', turnTo: points * 10, influence: null, effect: '', reachable: '' }]);
  return node ? Math.hypot(node.x, node.y) : 1;
};

function Node({ node }: { node: NetworkNode }) {
  const format = useFormat();
  return (
    <g transform={`translate(${node.x * radius} ${node.y * radius})`}>
      <Shape effect={node.effect} size={node.size * largest} />
      <text textAnchor="middle" dominantBaseline="central" className="trust-number">
        {format.number(actorNumber(node.actor))}
      </text>
    </g>
  );
}

/** Round helps, square neither, a triangle harms; a lozenge where groups differ, or for what this program does not know. */
function Shape({ effect, size }: { effect: string; size: number }) {
  switch (effect) {
    case 'helps':
      return <circle r={size} className="trust-node helps" />;
    case 'neutral':
      return <rect x={-size} y={-size} width={2 * size} height={2 * size} className="trust-node neutral" />;
    case 'harms':
      return <path d={triangle(size * 1.35)} className="trust-node harms" />;
    default:
      return <path d={lozenge(size * 1.3)} className="trust-node differs" />;
  }
}

const triangle = (size: number): string => `M 0 ${-size} L ${size} ${size * 0.75} L ${-size} ${size * 0.75} Z`;
const lozenge = (size: number): string => `M 0 ${-size} L ${size} 0 L 0 ${size} L ${-size} 0 Z`;

function Legend({ shape, text }: { shape: string; text: string }) {
  return (
    <span className="trust-legend">
      <svg viewBox="-16 -16 32 32" width="20" height="20" aria-hidden="true">
        <Shape effect={shape} size={10} />
      </svg>
      {text}
    </span>
  );
}
