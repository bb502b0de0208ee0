import { subgroupOf, type Subgroup } from '@zhiheng/stats/control-chart';
import { z } from 'zod';
import type { Json } from './problem.ts';
import type { Cell, Table } from './table.ts';

/** The vocabulary's names of the ways to estimate sigma. */
const sigmaMethods = { Rbar_d2: 'mean-range', sbar_c4: 'mean-deviation', pooled_c4: 'pooled-variance' } as const;
export const sigmaMethod = z.enum(['Rbar_d2', 'sbar_c4', 'pooled_c4']).transform((name) => sigmaMethods[name]);

const grouping = z.object({ value_column: z.string(), group_column: z.string().optional(), subgroup_size: z.number().optional() });

/** Values per subgroup, in order of first appearance; without a group column, so many rows each. */
export function subgroupValues(table: Table, params: Json): number[][] {
  const { value_column: values, group_column: groups, subgroup_size: size = 1 } = grouping.parse(params);
  const label = groups === undefined ? (_: Cell, row: number) => Math.floor(row / size) : (cell: Cell) => cell;
  const labels = (groups === undefined ? table.cells(values) : table.cells(groups)).map(label);
  const found = new Map<Cell, number[]>();
  table.numbersOrMissing(values).forEach((value, row) => {
    const group = labels[row] ?? null;
    if (value !== null && group !== null) found.set(group, [...(found.get(group) ?? []), value]);
  });
  return [...found.values()];
}

export const subgroupsOf = (table: Table, params: Json): Subgroup[] => subgroupValues(table, params).map(subgroupOf);
