import type { VerificationPoint, VerificationVerdict } from '@zhiheng/contract/verification/verifications';
import { exactText, plainNumber } from '../../lib/figures/format-value.ts';
import type { Format } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import type { ChartPoint, ReferenceLine, TrendChart } from '../../ui/chart/trend-option.ts';

interface Course {
  readonly name: string;
  readonly baseline: readonly VerificationPoint[];
  readonly after: readonly VerificationPoint[];
  readonly current: VerificationVerdict | null;
  readonly unit: string;
  readonly decimals: number;
  readonly better?: 'higher' | 'lower';
}

/** Baseline and what came after it, the level before, the level that was expected, and the interval of the level since the start. */
export function verificationChart({ name, baseline, after, current, better, ...unit }: Course, format: Format): TrendChart {
  const style = { ...unit, measure: 'number' } as const;
  const points = [...baseline.map((point) => pointOf(point, null)), ...after.map((point) => pointOf(point, bandOf(current)))];
  return {
    name,
    points: points.map(({ n, ...point }) => ({
      ...point,
      notes: [...(point.value === null ? [] : [exactText(style, point.value, format.locale)]), m.board_n_value({ n: format.number(n) })],
    })),
    lines: current === null ? [] : linesOf(current, { before: baseline.length, after: after.length, better }),
    format: (value) => plainNumber(style, value, format.locale),
    labelWidth: format.locale === 'zh' ? 96 : 112,
  };
}

const bandOf = (current: VerificationVerdict | null): readonly [number, number] | null => {
  if (current === null || current.interval === null || current.before === null) return null;
  return [current.before + current.interval[0], current.before + current.interval[1]];
};

const pointOf = ({ day, value, n }: VerificationPoint, interval: ChartPoint['interval']) => ({
  ...{ label: day.slice(5), value, interval, n },
  sufficient: true,
});

interface Sizes {
  readonly before: number;
  readonly after: number;
  readonly better: 'higher' | 'lower' | undefined;
}

function linesOf({ before: level, expectedChange }: VerificationVerdict, { before, after, better }: Sizes): ReferenceLine[] {
  if (level === null) return [];
  const expected = better === 'lower' ? level - expectedChange : level + expectedChange;
  const since = (value: number) => [...Array<null>(before).fill(null), ...Array<number>(after).fill(value)];
  return [
    { label: m.verification_chart_before(), tone: 'reference', values: Array<number>(before + after).fill(level) },
    ...(after === 0 ? [] : [{ label: m.verification_chart_expected(), tone: 'attention', values: since(expected) } as const]),
  ];
}
