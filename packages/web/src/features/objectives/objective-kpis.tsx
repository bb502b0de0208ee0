import type { ObjectiveDefinition } from '@zhiheng/contract/monitoring/objective';
import type { Objective } from '@zhiheng/contract/monitoring/objectives';
import { useFormat, type Format } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { Kpi } from '../../ui/kpi.tsx';
import { MakeFinding, type FigureOnPage } from '../findings/index.ts';
import { shareOrDash, shareText, statusWords, targetText } from './objective-words.ts';
import styles from './objectives.module.css';

interface Props {
  readonly objective: Objective;
  readonly definition: ObjectiveDefinition;
}

export function ObjectiveKpis({ objective, definition }: Props) {
  const { status, lasting } = objective;
  const format = useFormat();
  const measured = status?.kind === 'measured' ? status : null;
  return (
    <div className={styles.kpis}>
      <Kpi
        label={
          <>
            {m.objectives_attainment()}
            {measured === null ? null : <MakeFinding figure={figureOf(objective, measured, definition)} />}
          </>
        }
        value={shareOrDash(measured?.attainment, format)}
        status={statusWords(status)}
        target={m.objectives_target_is({ target: targetText(definition.target, format) })}
        evidence={evidenceOf(measured, format)}
      />
      <Kpi
        label={m.objectives_budget_left()}
        value={measured === null ? '—' : format.percent(100 * measured.budget.leftShare, 1)}
        evidence={measured === null ? m.objectives_unmeasured() : budgetText(measured.budget, definition, format)}
      />
      <Kpi label={m.objectives_burn_day()} value={rateText(lasting, format)} evidence={lastsText(lasting, format)} />
      <Kpi label={m.objectives_coverage()} value={shareOrDash(status?.coverage.share, format, 1)} evidence={coverageText(status, format)} />
    </div>
  );
}

const rateText = (lasting: Objective['lasting'], format: Format): string =>
  typeof lasting?.rate === 'number' ? m.objectives_times({ n: format.number(lasting.rate, 1) }) : '—';

function coverageText(status: Objective['status'], format: Format): string {
  if (status === null) return m.objectives_unmeasured();
  const { measured, expected } = status.coverage;
  return m.objectives_coverage_of({ measured: format.number(measured), expected: format.number(expected) });
}

type Measured = Extract<NonNullable<Objective['status']>, { kind: 'measured' }>;

/** The share that was kept, in percent, as evidence. */
const figureOf = ({ id, name, asOf }: Objective, measured: Measured, { target }: ObjectiveDefinition): FigureOnPage => ({
  ...{ indicator: null, name, value: measured.attainment === null ? null : 100 * measured.attainment, n: measured.n, interval: null },
  ...{ target: 100 * target, unit: '%', decimals: 2, asOf, href: `/app/objectives/${id}` },
  isMissed: measured.attainment !== null && measured.attainment < target,
});

function evidenceOf(measured: Measured | null, format: Format): string {
  if (measured === null) return m.objectives_unmeasured();
  const n = format.number(measured.n);
  return measured.attainment === measured.attainmentWithoutExclusions
    ? m.objectives_n({ n })
    : m.objectives_n_excluded({ n, without: shareText(measured.attainmentWithoutExclusions, format) });
}

/** Slices are time: what is left of them is said as time. */
function budgetText({ left, allowed }: Measured['budget'], { method }: ObjectiveDefinition, format: Format): string {
  const amount = (n: number) => (method.kind === 'time-slices' ? format.duration(n * method.slice) : format.number(n, 1));
  return left < 0
    ? m.objectives_budget_over({ over: amount(-left), allowed: amount(allowed) })
    : m.objectives_budget_of({ left: amount(left), allowed: amount(allowed) });
}

function lastsText(lasting: Objective['lasting'], format: Format): string {
  if (lasting === null) return m.objectives_unmeasured();
  if (lasting.seconds === null) return m.objectives_lasts_for_ever();
  return lasting.seconds === 0 ? m.objectives_budget_gone() : m.objectives_lasts({ time: format.duration(lasting.seconds) });
}
