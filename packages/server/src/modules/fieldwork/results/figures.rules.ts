import type { FieldFigure, FieldResults } from '@zhiheng/contract/fieldwork/results';
import { welchTestFromMoments } from '@zhiheng/stats/comparison';
import { meanInterval } from '@zhiheng/stats/intervals';
import { meanOf, momentsOf } from '@zhiheng/stats/moments';
import type { RatedSession, RatedSheet } from './rated-sessions.ts';

/** Fewer sessions are shown, and said to be too few. */
export const fewestSessions = 5;

/** Of each session the mean of its raters; sessions in which nobody rated have no value. */
export const valuesOf = (
  sessions: readonly RatedSession[],
  valueOf: (sheet: RatedSheet, session: RatedSession) => number | null,
): number[] =>
  sessions.flatMap((session) => {
    const values = session.sheets.flatMap((sheet) => valueOf(sheet, session) ?? []);
    return meanOf(momentsOf(values)) ?? [];
  });

/**
 * The mean over sessions with its interval by Student's t.
 * @example figureOf([70, 80, 90]) // { n: 3, mean: 80, low: 55.15…, high: 104.84…, sufficient: false, needed: 5 }
 */
export function figureOf(values: readonly number[]): FieldFigure {
  const moments = momentsOf(values);
  const interval = meanInterval(moments);
  return {
    n: values.length,
    mean: meanOf(moments),
    low: interval?.[0] ?? null,
    high: interval?.[1] ?? null,
    sufficient: values.length >= fewestSessions,
    needed: fewestSessions,
  };
}

type Compared = NonNullable<FieldResults['score']>;

/** A figure beside what it was before; Welch's test says whether the difference is more than chance. */
export function comparedWith(values: readonly number[], before: readonly number[] | null): Compared {
  const figure = figureOf(values);
  const mean = before === null ? null : meanOf(momentsOf(before));
  if (before === null || mean === null || figure.mean === null) return { figure, previous: null };
  const test = welchTestFromMoments(momentsOf(values), momentsOf(before));
  const p = test.kind === 'welch-test' ? test.p : null;
  return { figure, previous: { n: before.length, mean, difference: figure.mean - mean, p } };
}
