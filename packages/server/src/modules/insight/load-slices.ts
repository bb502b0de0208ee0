import type { SliceBy } from '@zhiheng/contract/evaluation/scores';
import type { SubjectFilter } from '@zhiheng/contract/measurement/observations';
import type { Operation } from '../../platform/operation.ts';
import { loadMonths, nameSlices, type Evaluation, type ScorePeriod } from '../evaluation/index.ts';
import type { SliceFigure } from './ranking.rules.ts';

interface SlicesQuery {
  readonly codes: readonly string[];
  readonly period: ScorePeriod;
  readonly filter: SubjectFilter;
}

/** The figures of some indicators for every service, team, site or segment that has data in the period. */
export interface Slices {
  readonly by: SliceBy;
  of(code: string): SliceFigure[];
}

export async function loadSlices(
  operation: Operation,
  evaluation: Evaluation,
  { by, ...query }: SlicesQuery & { readonly by: SliceBy },
): Promise<Slices> {
  const { codes, period, filter } = query;
  const months = await loadMonths(operation, evaluation, { codes, months: period, filter, by, asOne: true });
  const units = await nameSlices(operation, by, months.slices);
  const slices = units.map((unit) => ({ ...unit, figures: months.figures(period, unit.id) }));
  return {
    by,
    of: (code) =>
      slices.flatMap(({ id, name, figures }) => {
        const figure = figures.figure(code, null);
        return figure === null || figure.value === null ? [] : [{ id, name, figure }];
      }),
  };
}

/** Sites say more to most readers than services, those more than teams. */
const preferred = ['site', 'service', 'team', 'segment'] as const satisfies readonly SliceBy[];

/** Slices by the dimension that was asked for; else by the first in which an indicator has at least two to compare. */
export async function chooseSlices(
  operation: Operation,
  evaluation: Evaluation,
  { by, ...query }: SlicesQuery & { readonly by: SliceBy | undefined },
): Promise<Slices | null> {
  if (by !== undefined) return loadSlices(operation, evaluation, { ...query, by });
  for (const candidate of preferred) {
    const slices = await loadSlices(operation, evaluation, { ...query, by: candidate });
    if (query.codes.some((code) => slices.of(code).length >= 2)) return slices;
  }
  return null;
}
