import { encode } from 'uqr';

/** Digits as a square code, drawn as one path: no inline style and no image is needed. */
export function SquareCode({ digits, label }: { digits: string; label: string }) {
  const { data, size } = encode(digits, { ecc: 'M', border: 4 });
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return (
    <svg
      className="square-code"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path d={path} />
    </svg>
  );
}
