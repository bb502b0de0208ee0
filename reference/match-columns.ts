import { z } from 'zod';
import type { Tolerance } from './compare.ts';

const matrix = z.array(z.array(z.number()));

/** Factors have no natural order and sign: before comparing, the result's columns are put beside the expected ones as `tolerance.match` says. */
export function matchColumns(expected: unknown, found: unknown, match: Tolerance['match']): unknown {
  if (match === undefined || typeof expected !== 'object' || typeof found !== 'object') return found;
  if (match === 'column_signs') return matchSigns(expected, found);
  return matchFactors(expected, found);
}

function matchSigns(expected: unknown, found: unknown): unknown {
  const shape = z.looseObject({ loadings_first5: matrix });
  const [want, have] = [shape.safeParse(expected), shape.safeParse(found)];
  if (!want.success || !have.success) return found;
  const signs = columnsOf(want.data.loadings_first5).map((column, index) =>
    Math.sign(dot(column, columnsOf(have.data.loadings_first5)[index] ?? []) || 1),
  );
  return { ...have.data, loadings_first5: have.data.loadings_first5.map((row) => row.map((value, index) => value * (signs[index] ?? 1))) };
}

function matchFactors(expected: unknown, found: unknown): unknown {
  const shape = z.looseObject({ loadings_pattern: matrix, Phi: matrix.nullish() });
  const [want, have] = [shape.safeParse(expected), shape.safeParse(found)];
  if (!want.success || !have.success) return found;
  const from = columnsOf(have.data.loadings_pattern);
  const to = columnsOf(want.data.loadings_pattern);
  if (from.length !== to.length) return found;
  const order = bestMatching(to.map((wanted) => from.map((column) => Math.abs(congruence(wanted, column)))));
  const signs = order.map((column, index) => Math.sign(congruence(to[index] ?? [], from[column] ?? []) || 1));
  const arrange = (row: readonly number[]) => order.map((column, index) => (row[column] ?? Number.NaN) * (signs[index] ?? 1));
  const phi = have.data.Phi;
  const rows =
    phi === null || phi === undefined ? undefined : order.map((row, index) => (phi[row] ?? []).map((value) => value * (signs[index] ?? 1)));
  return {
    ...have.data,
    loadings_pattern: have.data.loadings_pattern.map(arrange),
    ...(rows === undefined ? {} : { Phi: rows.map(arrange) }),
  };
}

/** The one-to-one matching of rows to columns with the largest total, by trying all: there are few factors. */
function bestMatching(gains: readonly (readonly number[])[]): number[] {
  const best = new Map<string, { total: number; order: number[] }>();
  const search = (row: number, free: readonly number[]): { total: number; order: number[] } => {
    if (free.length === 0) return { total: 0, order: [] };
    const known = best.get(free.join());
    if (known !== undefined) return known;
    const options = free.map((column) => {
      const rest = search(
        row + 1,
        free.filter((other) => other !== column),
      );
      return { total: (gains[row]?.[column] ?? 0) + rest.total, order: [column, ...rest.order] };
    });
    const winner = options.reduce((a, b) => (b.total > a.total ? b : a));
    best.set(free.join(), winner);
    return winner;
  };
  return search(
    0,
    gains.map((_, index) => index),
  ).order;
}

const columnsOf = (rows: readonly (readonly number[])[]): number[][] =>
  (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? Number.NaN));

const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);

const congruence = (a: readonly number[], b: readonly number[]): number => dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
