import type { PackedAnswers } from '@zhiheng/forms/answers';
import { partsOf, wholeCell, type Cell, type Part } from './cell.rules.ts';
import { counterOf } from './sums/count-answer.rules.ts';
import { addSums, type SumPlan } from './sums/sum-plan.rules.ts';

/** Sums of some answers of one version, part, month ('' are all) and kind. */
export interface SumRow extends Part {
  readonly versionId: string;
  readonly month: string;
  readonly suspicious: boolean;
  n: number;
  readonly numbers: Float64Array;
}

type Counted = Cell & {
  /** the distribution it came by */
  readonly way: string;
  readonly versionId: string;
  readonly month: string;
  readonly suspicious: boolean;
  readonly answers: PackedAnswers;
};

interface CellTally extends SumRow {
  readonly place: Cell & { readonly way: string };
  readonly plan: SumPlan;
}

/** Sums up answers by cell and month. */
export class Tally {
  readonly #cells = new Map<string, CellTally>();

  add(plan: SumPlan, answer: Counted): void {
    const { versionId, month, suspicious } = answer;
    const part = wholeCell(answer);
    const key = `${versionId} ${month} ${suspicious} ${answer.way} ${part.cell}`;
    const known = this.#cells.get(key);
    const tally = known ?? { ...part, versionId, month, suspicious, n: 0, numbers: new Float64Array(plan.size), place: answer, plan };
    if (known === undefined) this.#cells.set(key, tally);
    tally.n += 1;
    counterOf(plan)(tally.numbers, answer.answers);
  }

  /** The sums of every part, month by month and over all months. */
  rows(): readonly SumRow[] {
    const rows = new Map<string, SumRow>();
    for (const { place, plan, ...tally } of this.#cells.values())
      for (const part of partsOf(place, plan.form.groups)) {
        addTo(rows, { ...tally, ...part });
        addTo(rows, { ...tally, ...part, month: '' });
      }
    return [...rows.values()];
  }
}

/** What tells rows of sums apart. */
export const keyOfRow = ({ versionId, scope, cell, month, suspicious }: Omit<SumRow, 'n' | 'numbers'>): string =>
  JSON.stringify([versionId, scope, cell, month, suspicious]);

function addTo(rows: Map<string, SumRow>, more: SumRow): void {
  const key = keyOfRow(more);
  const known = rows.get(key);
  if (known === undefined) return void rows.set(key, { ...more, numbers: more.numbers.slice() });
  known.n += more.n;
  addSums(known.numbers, more.numbers);
}
