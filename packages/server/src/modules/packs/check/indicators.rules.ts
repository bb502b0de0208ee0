import type { PackContent, PackIndicator } from '@zhiheng/contract/packs/pack-file';
import type { Flaw } from '../mistake.ts';
import { checkFormulas } from './formulas.rules.ts';
import { duplicates } from './references.rules.ts';

const file = 'indicators.yaml';
const durationUnits = ['ms', 's', 'min', 'h', 'd'];

export function checkIndicators(content: Pick<PackContent, 'indicators.yaml'>): Flaw[] {
  const { indicators } = content[file];
  const single = indicators.flatMap((indicator, index) =>
    checkIndicator(indicator).map(([field, code]) => ({
      file,
      path: ['indicators', index, field],
      code,
      params: { code: indicator.code },
    })),
  );
  return [...duplicates({ file, path: ['indicators'] }, indicators), ...single, ...checkFormulas(indicators)];
}

/** Field, code, and when it is wrong. */
type Rule = readonly [field: keyof PackIndicator, code: string, isBroken: (indicator: PackIndicator) => boolean];

const rules: readonly Rule[] = [
  ['unit', 'not_a_duration_unit', ({ measure, unit }) => measure === 'duration' && !durationUnits.includes(unit)],
  ['unit', 'share_needs_percent', ({ measure, unit }) => measure === 'share' && unit !== '%'],
  ['aggregate', 'count_needs_sum', ({ measure, aggregate }) => measure === 'count' && aggregate !== 'sum'],
  ['measure', 'formula_missing', ({ measure, formula }) => measure === 'formula' && formula === undefined],
  ['formula', 'formula_not_allowed_here', ({ measure, formula }) => measure !== 'formula' && formula !== undefined],
  ['plausible_max', 'plausible_range_empty', ({ plausible_min, plausible_max }) => isAbove(plausible_min, plausible_max)],
  ['target', 'limit_not_a_percentage', (indicator) => isNoPercentage(indicator, indicator.target)],
  ['warning', 'limit_not_a_percentage', (indicator) => isNoPercentage(indicator, indicator.warning)],
  ['critical', 'limit_not_a_percentage', (indicator) => isNoPercentage(indicator, indicator.critical)],
  ['warning', 'deviation_below_zero', ({ direction, warning }) => direction === 'nominal' && isAbove(0, warning)],
  [
    'warning',
    'limits_out_of_order',
    ({ direction, target, warning }) => direction !== 'nominal' && isBetterThan(warning, target, direction),
  ],
  ['critical', 'limits_out_of_order', isCriticalTooGood],
];

const checkIndicator = (indicator: PackIndicator) =>
  rules.flatMap(([field, code, isBroken]) => (isBroken(indicator) ? [[field, code] as const] : []));

type Limit = number | undefined;
const isAbove = (a: Limit, b: Limit): boolean => a !== undefined && b !== undefined && a > b;
const isBetterThan = (a: Limit, b: Limit, direction: PackIndicator['direction']): boolean =>
  direction === 'higher' ? isAbove(a, b) : isAbove(b, a);
const isNoPercentage = ({ measure }: PackIndicator, limit: Limit): boolean =>
  measure === 'share' && (isAbove(0, limit) || isAbove(limit, 100));

/** From target over warning to critical it gets worse; nominal limits are deviations that grow. */
function isCriticalTooGood({ direction, target, warning, critical }: PackIndicator): boolean {
  const before = direction === 'nominal' ? warning : (warning ?? target);
  return isBetterThan(critical, before, direction);
}
