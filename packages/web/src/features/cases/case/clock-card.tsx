import type { CaseClock, ServiceCase } from '@zhiheng/contract/cases/case';
import { Button } from 'antd';
import { useState } from 'react';
import { useFormat, type Format } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { dueStateOf, mainClock, usedShare, type DueState } from '../clock/due.rules.ts';
import { dueBadge, spanText } from '../clock/due-words.ts';
import { useNow } from '../clock/use-now.ts';
import { targetWords } from '../words/case-words.ts';
import styles from './clock-card.module.css';
import { LedgerDrawer } from './ledger-drawer.tsx';

/** The promise that counts now, large; the others below it, and how they were counted. */
export function ClockCard({ shown }: { readonly shown: ServiceCase }) {
  const now = useNow();
  const [open, setOpen] = useState(false);
  const main = mainClock(shown.clocks, now);
  if (main === null) {
    return (
      <Card>
        <EmptyState title={m.cases_clock_no_title()} words={m.cases_clock_no_text()} />
      </Card>
    );
  }
  const others = shown.clocks.filter((clock) => clock !== main);
  const due = dueStateOf(main, now);
  const { tone } = dueBadge(due);
  return (
    <div className={`${styles.frame} ${styles[tone] ?? ''}`}>
      <MainClock clock={main} due={due} />
      {shown.recounting ? <p className={styles.recounting}>▲ {m.reports_recounting_title()}</p> : null}
      {others.length === 0 ? null : (
        <ul className={styles.others} aria-label={m.cases_clock_others()}>
          {others.map((clock) => (
            <OtherClock key={`${clock.agreementId}-${clock.target}-${clock.cycle}`} clock={clock} now={now} />
          ))}
        </ul>
      )}
      <p className={styles.foot}>
        <Button type="link" size="small" onClick={() => setOpen(true)}>
          {m.cases_clock_explain()}
        </Button>
      </p>
      <LedgerDrawer id={shown.id} open={open} onClose={() => setOpen(false)} />
    </div>
  );
}

function MainClock({ clock, due }: { readonly clock: CaseClock; readonly due: DueState }) {
  const format = useFormat();
  const { tone, word } = dueBadge(due);
  const percent = usedShare(clock) * 100;
  return (
    <section aria-label={targetWords[clock.target]()}>
      <p className={styles.head}>
        <strong>{targetWords[clock.target]()}</strong>
        <span className={styles.quiet}>
          {m.cases_clock_goal({ time: format.duration(clock.goalSeconds) })} · {format.text(clock.agreementName)}
          {clock.cycle > 1 ? ` · ${m.cases_clock_cycle({ n: clock.cycle })}` : ''}
        </span>
      </p>
      <p className={styles.time}>
        <span className={styles.digits} role="timer">
          {bigText(clock, due, format)}
        </span>
        <StatusBadge tone={tone}>{word}</StatusBadge>
      </p>
      {clock.reason === null ? null : <p className={styles.quiet}>{format.text(clock.reason)}</p>}
      <span className={styles.track} aria-hidden="true">
        <span className={styles.bar} style={{ width: `${percent}%` }} />
      </span>
      <p className={styles.ends}>
        <span>{m.cases_clock_used({ percent: format.percent(percent, 0) })}</span>
        {clock.dueAt === null ? null : <span>{m.cases_clock_until({ at: format.dateTime(clock.dueAt) })}</span>}
      </p>
    </section>
  );
}

/** A countdown while it runs; what is left of the working time while it waits; what was used when it is over. */
function bigText(clock: CaseClock, due: DueState, format: Format): string {
  if (due.kind === 'overdue') return `+${spanText(due.seconds, format)}`;
  if (due.kind === 'soon' || due.kind === 'running') return spanText(due.seconds, format);
  return due.kind === 'waiting' ? format.duration(Math.max(0, clock.goalSeconds - clock.usedSeconds)) : format.duration(clock.usedSeconds);
}

function OtherClock({ clock, now }: { readonly clock: CaseClock; readonly now: number }) {
  const format = useFormat();
  const due = dueStateOf(clock, now);
  const { tone, word } = dueBadge(due);
  return (
    <li>
      <span className={styles.other}>
        {targetWords[clock.target]()}
        {clock.agreementKind === 'sla' ? null : <span className={styles.quiet}> {format.text(clock.agreementName)}</span>}
      </span>
      <span className={styles.quiet}>{clock.dueAt === null ? '' : format.dateTime(clock.dueAt).slice(5)}</span>
      <StatusBadge tone={tone}>{word}</StatusBadge>
    </li>
  );
}
