import type { Aggregate, BenchmarkKind, Dimension, Direction, Measure, Period, Perspective } from '@zhiheng/contract/measurement/indicator';
import { m } from '../../paraglide/messages.js';

type Words<K extends string> = Readonly<Record<K, () => string>>;

export const dimensionWords: Words<Dimension> = {
  functionality: m.library_dimension_functionality,
  safety: m.library_dimension_safety,
  comfort: m.library_dimension_comfort,
  responsiveness: m.library_dimension_responsiveness,
  efficiency: m.library_dimension_efficiency,
  reliability: m.library_dimension_reliability,
  availability: m.library_dimension_availability,
  supportability: m.library_dimension_supportability,
  tangibles: m.library_dimension_tangibles,
  friendliness: m.library_dimension_friendliness,
  accuracy: m.library_dimension_accuracy,
  satisfaction: m.library_dimension_satisfaction,
  compliance: m.library_dimension_compliance,
  hygiene: m.library_dimension_hygiene,
  economy: m.library_dimension_economy,
};

export const perspectiveWords: Words<Perspective> = { technical: m.library_perspective_technical, user: m.library_perspective_user };

export const measureWords: Words<Measure> = {
  number: m.library_measure_number,
  duration: m.library_measure_duration,
  share: m.library_measure_share,
  count: m.library_measure_count,
  formula: m.library_measure_formula,
};

export const directionWords: Words<Direction> = {
  higher: m.library_direction_higher,
  lower: m.library_direction_lower,
  nominal: m.library_direction_nominal,
};

export const aggregateWords: Words<Aggregate> = {
  mean: m.library_aggregate_mean,
  median: m.library_aggregate_median,
  p90: m.library_aggregate_p90,
  p95: m.library_aggregate_p95,
  p99: m.library_aggregate_p99,
  sum: m.library_aggregate_sum,
  min: m.library_aggregate_min,
  max: m.library_aggregate_max,
};

export const periodWords: Words<Period> = {
  day: m.library_period_day,
  week: m.library_period_week,
  month: m.library_period_month,
  quarter: m.library_period_quarter,
  'half-year': m.library_period_half_year,
  year: m.library_period_year,
};

export const benchmarkKindWords: Words<BenchmarkKind> = {
  industry: m.library_benchmark_industry,
  own: m.library_benchmark_own,
  peer: m.library_benchmark_peer,
};
