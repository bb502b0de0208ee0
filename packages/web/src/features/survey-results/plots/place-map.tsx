import { axisBounds } from '../../../ui/chart/axis-bounds.ts';
import styles from './place-map.module.css';

interface MapPoint {
  readonly key: string;
  /** short name beside the point; the table has the long one */
  readonly mark: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly attention: boolean;
}

interface Props {
  readonly label: string;
  readonly points: readonly MapPoint[];
  readonly cross: readonly [x: number, y: number];
  readonly axes: { readonly x: string; readonly y: string };
  /** words of the quarters: upper left, upper right, lower left, lower right */
  readonly quarters: readonly [string, string, string, string];
  readonly format: (value: number) => string;
  readonly range?: { readonly floor?: number; readonly ceiling?: number };
}

const [width, height, margin] = [720, 420, 44];

/** Things placed by two figures, with a cross that parts them into four quarters. */
export function PlaceMap({ label, points, cross, axes, quarters, format, range = {} }: Props) {
  const across = axisBounds([...points.map(({ x }) => x), cross[0]], range);
  const up = axisBounds([...points.map(({ y }) => y), cross[1]], range);
  const x = (value: number) => margin + ((value - across.min) / (across.max - across.min)) * (width - 2 * margin);
  const y = (value: number) => height - margin - ((value - up.min) / (up.max - up.min)) * (height - 2 * margin);
  // A name goes to the left where another point stands at the right.
  const isCrowded = (point: MapPoint): boolean =>
    points.some((other) => {
      const ahead = x(other.x) - x(point.x);
      return other !== point && ahead >= 0 && ahead < 34 && Math.abs(y(other.y) - y(point.y)) < 13;
    });
  const [left, right, top, bottom] = [margin, width - margin, margin, height - margin];
  return (
    <svg className={styles['map']} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <rect x={left} y={top} width={right - left} height={bottom - top} className={styles['field']} />
      <line x1={x(cross[0])} x2={x(cross[0])} y1={top} y2={bottom} className={styles['cross']} />
      <line x1={left} x2={right} y1={y(cross[1])} y2={y(cross[1])} className={styles['cross']} />
      <g className={styles['quarter']}>
        <text x={left + 8} y={top + 18}>
          {quarters[0]}
        </text>
        <text x={right - 8} y={top + 18} textAnchor="end">
          {quarters[1]}
        </text>
        <text x={left + 8} y={bottom - 8}>
          {quarters[2]}
        </text>
        <text x={right - 8} y={bottom - 8} textAnchor="end">
          {quarters[3]}
        </text>
      </g>
      {points.map((point) => (
        <g key={point.key} className={point.attention ? styles['attention'] : styles['plain']}>
          <title>{point.name}</title>
          <circle cx={x(point.x)} cy={y(point.y)} r="5" />
          <text x={x(point.x) + (isCrowded(point) ? -8 : 8)} y={y(point.y) + 4} textAnchor={isCrowded(point) ? 'end' : 'start'}>
            {point.mark}
          </text>
        </g>
      ))}
      <g className={styles['axis']}>
        <text x={left} y={bottom + 18}>
          {format(across.min)}
        </text>
        <text x={right} y={bottom + 18} textAnchor="end">
          {format(across.max)}
        </text>
        <text x={(left + right) / 2} y={bottom + 34} textAnchor="middle">
          {axes.x} →
        </text>
        <text x={left - 6} y={bottom} textAnchor="end">
          {format(up.min)}
        </text>
        <text x={left - 6} y={top + 8} textAnchor="end">
          {format(up.max)}
        </text>
        <text x={left} y={top - 12}>
          ↑ {axes.y}
        </text>
      </g>
    </svg>
  );
}
