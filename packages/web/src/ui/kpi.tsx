import type { ReactNode } from 'react';
import { StatusBadge, type Tone } from './status-badge.tsx';
import styles from './kpi.module.css';

export interface KpiChange {
  readonly direction: 'up' | 'down' | 'same';
  /** whether the change is for the better; null when it cannot be said */
  readonly good: boolean | null;
  /** `1.4 个百分点` */
  readonly words: string;
  /** what it is compared with: `较上月` */
  readonly since?: string;
}

interface Props {
  readonly label: ReactNode;
  readonly value: string;
  readonly unit?: string;
  readonly status?: { readonly tone: Tone; readonly word: string };
  readonly change?: KpiChange;
  readonly target?: string;
  /** n and as-of time */
  readonly evidence: string;
  readonly trend?: ReactNode;
}

const arrows = { up: '▲', down: '▼', same: '＝' } as const;
const changeTone = (good: boolean | null) => (good === null ? 'neutral' : good ? 'better' : 'worse');

export function Kpi({ label, value, unit, status, change, target, evidence, trend }: Props) {
  return (
    <div className={styles.kpi}>
      <div className={styles.row}>
        <h2 className={styles.label}>{label}</h2>
        {status === undefined ? null : <StatusBadge tone={status.tone}>{status.word}</StatusBadge>}
      </div>
      <div className={styles.row}>
        <p className={styles.value}>
          {value}
          {unit === undefined ? null : <span className={styles.unit}> {unit}</span>}
        </p>
        {trend}
      </div>
      <div className={styles.row}>
        {change === undefined ? (
          <span />
        ) : (
          <span className={styles.small}>
            <span className={styles[changeTone(change.good)]}>
              <span aria-hidden="true">{arrows[change.direction]}</span> {change.words}
            </span>
            {change.since === undefined ? null : ` ${change.since}`}
          </span>
        )}
        {target === undefined ? null : <span className={styles.small}>{target}</span>}
      </div>
      <p className={styles.evidence}>{evidence}</p>
    </div>
  );
}
