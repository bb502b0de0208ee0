import type { ReactNode } from 'react';
import styles from './gauge.module.css';

interface Props {
  /** 0–100, or null when nothing was scored */
  readonly score: number | null;
  readonly target: number;
  readonly label: string;
  readonly text: string;
  /** under the number */
  readonly children: ReactNode;
}

const radius = 92;
const sweep = 240;
const centre = { x: 110, y: 108 };

/** A dial from 0 to 100 with a mark at the target. The words under the number are ordinary text. */
export function Gauge({ score, target, label, text, children }: Props) {
  const [from, to] = [pointAt(target, radius - 12), pointAt(target, radius + 12)];
  return (
    <div className={styles['gauge']}>
      <svg role="img" aria-label={label} viewBox="0 0 220 172" className={styles['dial']}>
        <path d={arc(100)} className={styles['track']} />
        {score === null || score <= 0 ? null : <path d={arc(Math.min(score, 100))} className={styles['value']} />}
        <line x1={from.x} y1={from.y} x2={to.x} y2={to.y} className={styles['target']} />
      </svg>
      <div className={styles['words']}>
        <p className={styles['number']}>{text}</p>
        {children}
      </div>
    </div>
  );
}

function pointAt(score: number, distance: number): { x: number; y: number } {
  const angle = ((-90 - sweep / 2 + (score / 100) * sweep) * Math.PI) / 180;
  return { x: round(centre.x + distance * Math.cos(angle)), y: round(centre.y + distance * Math.sin(angle)) };
}
const round = (value: number) => Math.round(value * 100) / 100;

function arc(score: number): string {
  const start = pointAt(0, radius);
  const end = pointAt(score, radius);
  const long = (score / 100) * sweep > 180 ? 1 : 0;
  return `M${start.x} ${start.y}A${radius} ${radius} 0 ${long} 1 ${end.x} ${end.y}`;
}
