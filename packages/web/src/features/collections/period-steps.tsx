import { Link } from '@tanstack/react-router';
import type { Collection } from '@zhiheng/contract/measurement/collections';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import styles from './entry-sheet.module.css';
import { firstDayOf, stepPeriod } from './period-step.ts';

interface Props {
  readonly plan: Collection;
  readonly period: string;
}

/** To the period before and after, as far as the plan goes and the calendar has come. A key node has no neighbours. */
export function PeriodSteps({ plan, period }: Props) {
  const format = useFormat();
  if (plan.period !== 'day' && plan.keyNodes.some(({ on }) => on === period)) return null;
  const [before, after] = [stepPeriod(period, -1), stepPeriod(period, 1)];
  const hasBefore = plan.startsOn < firstDayOf(period);
  const hasAfter = firstDayOf(after) <= format.date(new Date().toISOString());
  return (
    <>
      {hasBefore ? <Step plan={plan} period={before} words={`← ${m.collections_sheet_previous()}`} /> : null}
      {hasAfter ? <Step plan={plan} period={after} words={`${m.collections_sheet_next()} →`} /> : null}
    </>
  );
}

function Step({ plan, period, words }: Props & { readonly words: string }) {
  const format = useFormat();
  return (
    <Link to="/app/collections/$id/$period" params={{ id: plan.id, period }} className={styles.step} title={format.period(period)}>
      {words}
    </Link>
  );
}
