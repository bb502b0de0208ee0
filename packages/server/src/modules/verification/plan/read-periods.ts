import type { Moments } from '@zhiheng/stats/moments';
import type { SubjectFilter } from '@zhiheng/contract/measurement/observations';
import type { Operation } from '../../../platform/operation.ts';
import { loadStretches, type Evaluation, type Figures } from '../../evaluation/index.ts';
import { fromStored, type IndicatorRecord } from '../../measurement/index.ts';
import type { FrozenPlan, Period, PlanInput } from './frozen-plan.rules.ts';
import { stretchOf } from './periods.rules.ts';

type Wanted = Pick<PlanInput, 'slice' | 'comparison' | 'bucket' | 'method'> & Pick<FrozenPlan, 'nominal'>;

interface Range {
  readonly indicator: IndicatorRecord;
  /** periods, the last one not included */
  readonly from: number;
  readonly until: number;
}

/** The figures of some periods, by the same rules as on every other page; periods without any are left out. */
export async function readPeriods(operation: Operation, evaluation: Evaluation, wanted: Wanted & Range): Promise<Period[]> {
  const { indicator, from, until, bucket, slice, comparison, method, nominal } = wanted;
  if (until <= from) return [];
  const months = { firstMonth: stretchOf(bucket, from).firstDay.slice(0, 7), lastMonth: stretchOf(bucket, until - 1).lastDay.slice(0, 7) };
  const load = (filter: SubjectFilter) => loadStretches(operation, evaluation, { codes: [indicator.code], months, filter });
  const own = await load(slice);
  const other = comparison === null ? null : await load(comparison);
  return Array.from({ length: until - from }, (_, i) => from + i).flatMap((at) => {
    const stretch = stretchOf(bucket, at);
    const [a, b] = [own.figures(stretch), other?.figures(stretch) ?? null];
    if (method === 'ab-test' && b !== null) return periodOfVariants(indicator, at, [a, b]);
    return periodOfSeries(indicator, { at, own: a, other: method === 'comparison-unit' ? b : null, nominal });
  });
}

/** An experiment is followed from its first observation, whichever variant it fell to. */
function periodOfVariants(indicator: IndicatorRecord, at: number, [old, fresh]: readonly [Figures, Figures]): Period[] {
  const arms = [momentsOf(indicator, old), momentsOf(indicator, fresh)] as const;
  const n = arms[0].n + arms[1].n;
  const value = fresh.measured(indicator.code).value;
  return n === 0 ? [] : [{ at, value: value ?? 0, n, arms }];
}

/** Sums of observations; a share counts those that have the property. */
function momentsOf(indicator: IndicatorRecord, figures: Figures): Moments {
  const sums = figures.sums(indicator.code);
  if (sums === null) return { n: 0, sum: 0, squares: 0 };
  if (indicator.measure === 'share') return { n: sums.n, sum: sums.total, squares: sums.total };
  const unit = fromStored(indicator, 1);
  return { n: sums.n, sum: sums.total * unit, squares: sums.squares * unit * unit };
}

interface One {
  readonly at: number;
  readonly own: Figures;
  readonly other: Figures | null;
  readonly nominal: number | null;
}

function periodOfSeries({ code }: IndicatorRecord, { at, own, other, nominal }: One): Period[] {
  const distance = (value: number) => (nominal === null ? value : Math.abs(value - nominal));
  const [a, b] = [own.measured(code), other?.measured(code) ?? null];
  if (a.value === null || a.n === 0) return [];
  if (b === null) return [{ at, value: distance(a.value), n: a.n, arms: null }];
  if (b.value === null || b.n === 0) return [];
  return [{ at, value: distance(a.value) - distance(b.value), n: Math.min(a.n, b.n), arms: null }];
}
