import type { Objective } from '@zhiheng/contract/monitoring/objectives';
import { useFormat, type Format } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { DataToggle } from '../../ui/data-toggle.tsx';
import { DayStrip, type StripDay } from '../../ui/day-strip.tsx';
import { shareText } from './objective-words.ts';
import styles from './objectives.module.css';

type Day = Objective['days'][number];

/** The last thirty days, one bar each. */
export function DaysCard({ objective: { days } }: { readonly objective: Objective }) {
  const format = useFormat();
  const textOf = ({ status }: Day) => (status.kind === 'measured' ? shareText(status.attainment, format) : '—');
  const worst = worstOf(days);
  const title = worst === null ? m.objectives_days() : m.objectives_days_worst({ day: worst.day, share: textOf(worst) });
  const texts = new Map(days.map((day) => [day.day, textOf(day)]));
  return (
    <Card title={title}>
      <DataToggle
        label={m.objectives_days()}
        columns={[m.objectives_day(), m.objectives_attainment(), m.objectives_bad_of(), m.objectives_coverage()]}
        rows={days.map((day) => [day.day, textOf(day), badText(day, format), coverageText(day, format)])}
      >
        <DayStrip days={days.map(stripDay)} label={title} titleOf={({ day }) => `${day}: ${texts.get(day) ?? ''}`} />
        <div className={styles.ends}>
          <span>{days[0]?.day}</span>
          <span>{days.at(-1)?.day}</span>
        </div>
        <p className={styles.note}>{m.objectives_days_note()}</p>
      </DataToggle>
    </Card>
  );
}

function worstOf(days: readonly Day[]): Day | null {
  const share = ({ status }: Day) => (status.kind === 'measured' ? status.attainment : 1);
  const [worst] = [...days].sort((a, b) => share(a) - share(b));
  return worst === undefined || share(worst) === 1 ? null : worst;
}

function stripDay({ day, status }: Day): StripDay {
  const { expected, measured } = status.coverage;
  const [good, bad] = status.kind === 'measured' ? [status.good, status.n - status.good] : [0, 0];
  return { day, good, bad, missing: expected - measured };
}

const badText = ({ status }: Day, format: Format): string =>
  status.kind === 'measured' ? `${format.number(status.n - status.good)} / ${format.number(status.n)}` : '—';
const coverageText = ({ status }: Day, format: Format): string =>
  status.coverage.share === null ? '—' : shareText(status.coverage.share, format, 1);
