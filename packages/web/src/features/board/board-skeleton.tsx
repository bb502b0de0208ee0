import { Card } from '../../ui/card.tsx';
import { Skeleton } from '../../ui/states.tsx';
import styles from './board.module.css';

const shape = [
  ...Array.from({ length: 4 }, () => ({ place: styles.kpi, rows: 3 })),
  { place: styles.gauge, rows: 8 },
  { place: styles.trend, rows: 8 },
  { place: styles.dimensions, rows: 8 },
  { place: styles.ranking, rows: 8 },
  { place: styles.attention, rows: 8 },
];

/** The board before its figures: the same places, so that nothing jumps. */
export function BoardSkeleton() {
  return (
    <div className={styles.grid}>
      {shape.map(({ place, rows }, index) => (
        <div key={index} className={place}>
          <Card>
            <Skeleton rows={rows} />
          </Card>
        </div>
      ))}
    </div>
  );
}
