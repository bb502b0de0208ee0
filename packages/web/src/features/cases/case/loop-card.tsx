import type { ServiceCase } from '@zhiheng/contract/cases/case';
import { Button } from 'antd';
import { useFormat, type Format } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { loopWords } from '../words/case-words.ts';
import styles from './loop-card.module.css';

type Step = ServiceCase['loop'][number];

interface Props {
  readonly loop: ServiceCase['loop'];
  /** names cause and remedy; without it nothing may be changed */
  readonly onCause: (() => void) | null;
}

/** The chain that a complaint must go through, as far as it is. */
export function LoopCard({ loop, onCause }: Props) {
  const current = loop.findIndex(({ state }) => state === 'open' || state === 'overdue');
  return (
    <Card>
      <h2 className="visually-hidden">{m.cases_loop_title()}</h2>
      <ol className={styles.chain}>
        {loop.map((step, index) => (
          <LoopStepItem key={step.step} step={step} number={index + 1} current={index === current} />
        ))}
      </ol>
      {loop[current]?.step === 'cause' && onCause !== null ? (
        <p className={styles.next}>
          <span>{m.cases_loop_cause_help()}</span>
          <Button size="small" onClick={onCause}>
            {m.cases_loop_cause_enter()}
          </Button>
        </p>
      ) : null}
    </Card>
  );
}

interface ItemProps {
  readonly step: Step;
  readonly number: number;
  readonly current: boolean;
}

function LoopStepItem({ step, number, current }: ItemProps) {
  const format = useFormat();
  const { state } = step;
  const look = state === 'overdue' ? styles.overdue : state === 'done' ? styles.done : current ? styles.current : styles.coming;
  return (
    <li className={`${styles.step} ${look}`} aria-current={current ? 'step' : undefined}>
      <span className={styles.mark} aria-hidden="true">
        {state === 'done' ? '✓' : state === 'overdue' ? '■' : number}
      </span>
      <span className={styles.words}>
        <span className={styles.name}>{loopWords[step.step]()}</span>
        <span className={styles.when}>{whenWords(step, current, format)}</span>
      </span>
    </li>
  );
}

function whenWords({ state, dueAt, doneAt }: Step, current: boolean, format: Format): string {
  const short = (at: string) => format.dateTime(at).slice(5);
  if (state === 'not-needed') return m.cases_loop_not_needed();
  if (doneAt !== null) return short(doneAt);
  if (state === 'done') return m.cases_loop_done();
  if (state === 'overdue') return dueAt === null ? m.cases_loop_overdue() : m.cases_clock_was_due({ at: short(dueAt) });
  if (dueAt !== null) return m.cases_loop_due({ at: short(dueAt) });
  return current ? m.cases_loop_open() : m.cases_loop_waiting();
}
