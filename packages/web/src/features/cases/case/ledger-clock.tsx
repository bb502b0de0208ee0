import { targetKind } from '@zhiheng/contract/agreements/policy';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { FactTable } from '../../../ui/fact-table.tsx';
import type { LedgerClock } from '../cases.query.ts';
import { targetWords } from '../words/case-words.ts';
import { BreachShares } from './breach-shares.tsx';
import { LedgerIntervals } from './ledger-intervals.tsx';
import { intervalWords, stepWords } from './ledger-words.ts';
import styles from './ledger.module.css';

/** One clock: the words first, then the time line, the parties and the intervals. */
export function LedgerClockSection({ clock }: { readonly clock: LedgerClock }) {
  const format = useFormat();
  const target = targetKind.safeParse(clock.target);
  const name = target.success ? targetWords[target.data]() : clock.target;
  const used = m.cases_clock_used_of({ used: format.duration(clock.usedSeconds), goal: format.duration(clock.goalSeconds) });
  return (
    <section className={styles.clock}>
      <h2>
        {name}
        {clock.cycle > 1 ? ` · ${m.cases_clock_cycle({ n: clock.cycle })}` : ''}
      </h2>
      <p className={styles.line}>
        {format.text(clock.agreementName)} v{clock.version} · {used}
      </p>
      <TimeLine clock={clock} />
      {clock.explanation.length === 0 ? null : (
        <>
          <h3>{m.cases_ledger_explanation()}</h3>
          <ol className={styles.words}>
            {clock.explanation.map((line, index) => (
              <li key={index}>{format.text(line)}</li>
            ))}
          </ol>
        </>
      )}
      {clock.byParty.length === 0 ? null : (
        <>
          <h3>{m.cases_ledger_by_party()}</h3>
          <FactTable
            label={m.cases_ledger_by_party()}
            rows={clock.byParty.map(({ name: party, seconds }) => [format.text(party), format.duration(seconds)] as const)}
          />
        </>
      )}
      {clock.breach === null ? null : <BreachShares breach={clock.breach} />}
      <h3>{m.cases_ledger_intervals()}</h3>
      <LedgerIntervals intervals={clock.intervals} />
      {clock.steps.length === 0 ? null : (
        <>
          <h3>{m.cases_ledger_steps()}</h3>
          <FactTable
            label={m.cases_ledger_steps()}
            rows={clock.steps.map(
              (step) =>
                [format.text(step.name), `${stepWords[step.state]()}${step.at === null ? '' : ` · ${format.dateTime(step.at)}`}`] as const,
            )}
          />
        </>
      )}
    </section>
  );
}

/** The intervals in proportion: colour tells what counts, the table below says it in words. */
function TimeLine({ clock }: { readonly clock: LedgerClock }) {
  const spans = clock.intervals.map(({ kind, from, to }) => ({ kind, milliseconds: Date.parse(to) - Date.parse(from) }));
  const total = spans.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  if (total <= 0) return null;
  const kinds = [...new Set(spans.map(({ kind }) => kind))];
  return (
    <>
      <span className={styles.timeLine} aria-hidden="true">
        {spans.map(({ kind, milliseconds }, index) => (
          <span key={index} className={styles[kind]} style={{ flexGrow: milliseconds / total }} />
        ))}
      </span>
      <ul className={styles.legend}>
        {kinds.map((kind) => (
          <li key={kind}>
            <span className={`${styles.swatch} ${styles[kind] ?? ''}`} aria-hidden="true" />
            {intervalWords[kind]()}
          </li>
        ))}
      </ul>
    </>
  );
}
