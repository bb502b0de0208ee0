import { scaleFieldsOf } from '@zhiheng/forms/fields';
import type { PackedAnswers } from '@zhiheng/forms/answers';
import { triangle, type Block } from './block.rules.ts';
import type { Place, SumPlan } from './sum-plan.rules.ts';

/** Adds one answer to sums in place. */
type CountAnswer = (into: Float64Array, answer: PackedAnswers) => void;
type Columns = (fields: readonly string[]) => readonly number[];

const counters = new WeakMap<SumPlan, CountAnswer>();

/** What adds an answer to the sums of a plan, made once for each plan. */
export function counterOf(plan: SumPlan): CountAnswer {
  const known = counters.get(plan);
  if (known !== undefined) return known;
  const column = new Map(scaleFieldsOf(plan.form).map(({ key }, at) => [key, at]));
  const columns: Columns = (fields) => fields.map((field) => column.get(field) ?? -1);
  const parts = plan.places.map((place) => counterOfPlace(place, columns));
  const count: CountAnswer = (into, answer) => {
    for (const part of parts) part(into, answer);
  };
  counters.set(plan, count);
  return count;
}

function counterOfPlace({ block, at }: Place, columns: Columns): CountAnswer {
  switch (block.kind) {
    case 'levels':
      return countLevels(at, block, columns([block.field])[0] ?? -1);
    case 'table':
      return countTable(at, block.levels, columns([block.first, block.second]));
    case 'complete':
      return countComplete(at, columns(block.fields));
    case 'pairwise':
      return countPairwise(at, columns(block.fields));
    case 'mean':
      return countMean(at, block.least, columns(block.fields));
    case 'total':
      return countTotal(at, block, columns(block.fields));
    default:
      return counterOfRest(at, block);
  }
}

type RestBlock = Extract<Block, { kind: 'answered' | 'option' | 'place' | 'amount' }>;

function counterOfRest(at: number, block: RestBlock): CountAnswer {
  switch (block.kind) {
    case 'answered':
      return (into, { rest }) => add(into, at, chosenAt(rest, block.field).length > 0 ? 1 : 0);
    case 'option':
      return (into, { rest }) => add(into, at, chosenAt(rest, block.field).includes(block.option) ? 1 : 0);
    case 'place':
      return (into, { rest }) => addValue(into, at, placeIn(chosenAt(rest, block.field), block.option));
    case 'amount':
      return (into, { rest }) => addValue(into, at, amountAt(rest, block));
    default:
      return block satisfies never;
  }
}

const chosenAt = (rest: PackedAnswers['rest'], field: string): readonly string[] => {
  const chosen = Object.hasOwn(rest, field) ? rest[field] : undefined;
  if (typeof chosen === 'string') return chosen === '' ? [] : [chosen];
  return Array.isArray(chosen) ? chosen : [];
};

function placeIn(order: readonly string[], option: string): number | null {
  const place = order.indexOf(option);
  return place === -1 ? null : place + 1;
}

function amountAt(rest: PackedAnswers['rest'], { field, unit }: { readonly field: string; readonly unit: number }): number | null {
  const value = Object.hasOwn(rest, field) ? rest[field] : undefined;
  return typeof value === 'number' ? Math.round(value * unit) : null;
}

function addValue(into: Float64Array, at: number, value: number | null): void {
  if (value === null) return;
  add(into, at, 1);
  add(into, at + 1, value);
  add(into, at + 2, value * value);
}

function add(into: Float64Array, at: number, value: number): void {
  into[at] = (into[at] ?? 0) + value;
}

/** The answer at a column; null when there is none, and when it does not apply. */
const valueAt = (scales: PackedAnswers['scales'], column: number): number | null => {
  const value = scales[column];
  return value === undefined || value === null || value < 0 ? null : value;
};

function countLevels(at: number, { min, max }: { readonly min: number; readonly max: number }, column: number): CountAnswer {
  return (into, { scales }) => {
    const value = scales[column];
    if (value === null || value === undefined) return;
    add(into, at + (value < 0 ? max - min + 1 : value - min), 1);
  };
}

function countTable(at: number, levels: number, [first = -1, second = -1]: readonly number[]): CountAnswer {
  return (into, { scales }) => {
    const [row, column] = [valueAt(scales, first), valueAt(scales, second)];
    if (row !== null && column !== null) add(into, at + (row - 1) * levels + column - 1, 1);
  };
}

function countComplete(at: number, columns: readonly number[]): CountAnswer {
  const values = new Float64Array(columns.length);
  const products = at + 1 + columns.length;
  return (into, { scales }) => {
    for (let i = 0; i < columns.length; i++) {
      const value = valueAt(scales, columns[i] ?? -1);
      if (value === null) return;
      values[i] = value;
    }
    add(into, at, 1);
    for (let i = 0, cell = products; i < columns.length; i++) {
      const value = values[i] ?? 0;
      add(into, at + 1 + i, value);
      for (let j = 0; j <= i; j++) add(into, cell++, value * (values[j] ?? 0));
    }
  };
}

/** n and products by triangle, sums and squares by square: row i, column j is of item i where j is answered too. */
function countPairwise(at: number, columns: readonly number[]): CountAnswer {
  const items = columns.length;
  const [products, sums] = [at + triangle(items), at + 2 * triangle(items)];
  const squares = sums + items * items;
  return (into, { scales }) => {
    const values = columns.map((column) => valueAt(scales, column));
    for (const [i, value] of values.entries()) {
      if (value === null) continue;
      for (const [j, other] of values.entries()) {
        if (other === null) continue;
        add(into, sums + i * items + j, value);
        add(into, squares + i * items + j, value * value);
        if (j > i) continue;
        add(into, at + triangle(i) + j, 1);
        add(into, products + triangle(i) + j, value * other);
      }
    }
  };
}

function countMean(at: number, least: number, columns: readonly number[]): CountAnswer {
  return (into, { scales }) => {
    let [answered, sum] = [0, 0];
    for (const column of columns) {
      const value = valueAt(scales, column);
      if (value === null) continue;
      answered += 1;
      sum += value;
    }
    if (answered > 0 && answered >= least) addValue(into, at + 3 * (answered - 1), sum);
  };
}

function countTotal(at: number, { fields, points }: Extract<Block, { kind: 'total' }>, columns: readonly number[]): CountAnswer {
  const pointsOf = (field: string, answer: string | number): number => {
    const key = `${field}.${answer}`;
    const set = Object.hasOwn(points, key) ? points[key] : undefined;
    if (set !== undefined) return set;
    return typeof answer === 'number' ? answer : 0;
  };
  return (into, { scales, rest }) => {
    const found = fields.flatMap((field, i) => {
      const scale = valueAt(scales, columns[i] ?? -1);
      if (scale !== null) return [pointsOf(field, scale)];
      const amount = amountAt(rest, { field, unit: 1_000 });
      if (amount !== null) return [pointsOf(field, amount / 1_000)];
      return chosenAt(rest, field).map((option) => pointsOf(field, option));
    });
    if (found.length > 0)
      addValue(
        into,
        at,
        found.reduce((sum, each) => sum + Math.round(each * 1_000), 0),
      );
  };
}
