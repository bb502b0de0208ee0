import { z } from 'zod';
import { forecastHoltWinters, holtWinters, seasonalTrendLoess, simpleSmoothing } from '@zhiheng/stats/time-series';
import type { MethodTable, Problem } from '../problem.ts';
import { determined } from '../determined.ts';

const column = z.object({ column: z.string() });
const degree = z.union([z.literal(0), z.literal(1)]);

const stlVariant = z.object({
  key: z.string(),
  s_window: z.union([z.literal('periodic'), z.number()]),
  s_degree: degree.default(0),
  t_degree: degree.default(1),
  l_degree: degree.default(1),
  inner: z.number(),
  outer: z.number(),
});
const stlParameters = z.object({ period: z.number(), variants: z.array(stlVariant) });

export const timeSeriesMethods: MethodTable = {
  holt_winters: (problem) => {
    const params = z
      .object({
        period: z.number(),
        seasonal: z.enum(['additive', 'multiplicative']),
        start_method: z.literal('decompose_first_cycles').optional(),
        start_cycles: z.number().default(2),
        fixed: z.object({
          alpha: z.number(),
          beta: z.number(),
          gamma: z.number(),
          l_start: z.number(),
          b_start: z.number(),
          s_start: z.array(z.number()),
        }),
      })
      .parse(problem.params);
    const { period, seasonal, start_cycles: startCycles, fixed } = params;
    const series = seriesOf(problem);
    const optimised = determined(holtWinters(series, { period, seasonal, startCycles }));
    const model = determined(
      holtWinters(series, {
        period,
        seasonal,
        parameters: { alpha: fixed.alpha, beta: fixed.beta, gamma: fixed.gamma },
        start: { level: fixed.l_start, trend: fixed.b_start, season: fixed.s_start },
      }),
    );
    return {
      start: { l_start: optimised.start.level, b_start: optimised.start.trend, s_start: optimised.start.season },
      fixed: { SSE: model.sse, coef: model.state, forecast_next: forecastHoltWinters(model, period).map(({ value }) => value) },
      optimised: { SSE: optimised.sse, ...optimised.parameters },
    };
  },
  simple_exponential_smoothing: (problem) => {
    const { alpha } = z.object({ alpha: z.number(), initial_level: z.literal('first_observation').optional() }).parse(problem.params);
    const found = determined(simpleSmoothing(seriesOf(problem), alpha));
    return { last_level: found.level, sse_from_t2: found.sse, mape_from_t2: found.mape };
  },
  stl_decomposition: (problem) => {
    const { period, variants } = stlParameters.parse(problem.params);
    const series = seriesOf(problem);
    return Object.fromEntries(
      variants.map((variant) => {
        const { seasonal, trend, remainder } = determined(
          seasonalTrendLoess(series, {
            period,
            seasonalWindow: variant.s_window,
            seasonalDegree: variant.s_degree,
            trendDegree: variant.t_degree,
            lowPassDegree: variant.l_degree,
            inner: variant.inner,
            outer: variant.outer,
          }),
        );
        return [
          variant.key,
          {
            seasonal_first_cycle: seasonal.slice(0, period),
            trend_first10: trend.slice(0, 10),
            remainder_first10: remainder.slice(0, 10),
            trend_last5: trend.slice(-5),
          },
        ];
      }),
    );
  },
};

const seriesOf = (problem: Problem): readonly number[] => problem.table().numbers(column.parse(problem.params).column);
