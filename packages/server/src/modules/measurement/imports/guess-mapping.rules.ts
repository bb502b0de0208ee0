import type { ImportMapping } from '@zhiheng/contract/measurement/imports';
import { unitParts, type UnitPart } from '../incoming-rows.ts';
import type { IndicatorRecord } from '../load-indicators.ts';
import { spoken, type UnitIndex } from '../resolve-subjects.ts';
import { columnFor, rankFor } from './column-names.rules.ts';
import { filledCells, type ColumnGuess } from '../../../platform/table-files/describe-columns.rules.ts';
import type { FileRow } from '../../../platform/table-files/file-row.ts';
import { guessMeasures } from './guess-measures.rules.ts';
import { guessTime } from './guess-time.rules.ts';

export interface Known {
  readonly indicators: readonly IndicatorRecord[];
  readonly units: UnitIndex;
}

interface Look {
  readonly columns: readonly ColumnGuess[];
  readonly sample: readonly FileRow[];
  readonly known: Known;
}

/** Share of the different cells of a column that must name units. */
const enoughUnits = 0.5;

/** How a file probably becomes observations; null when it does not say when, or nothing in it is measured. */
export function guessMapping(look: Look): ImportMapping | null {
  const time = guessTime(look.columns, look.sample);
  if (time === null) return null;
  const base = { time, timeZone: 'UTC', subject: guessSubject(look, time.column) };
  const listed = guessListed(look.columns);
  if (listed !== null) return { rows: 'observations', key: [], ...base, ...listed };
  const measures = guessMeasures(look.columns, look.known.indicators);
  if (measures.length === 0) return null;
  const key = guessKey(look.columns);
  if (key?.repeats === true) return { rows: 'events', key: [key.column], ...base, measures };
  return { rows: 'records', key: key === null ? [] : [key.column], ...base, measures };
}

type Observations = Extract<ImportMapping, { rows: 'observations' }>;

/** A list in which each row names its indicator. */
function guessListed(columns: readonly ColumnGuess[]): Pick<Observations, 'indicator' | 'value' | 'n' | 'unit'> | null {
  const names = columns.map(({ name }) => name);
  const [indicator, value] = [columnFor('indicator', names), columnFor('value', names)];
  if (indicator === null || value === null) return null;
  const [n, unit] = [columnFor('n', names), columnFor('unit', names)];
  return { indicator: { kind: 'column', column: indicator }, value, ...(n === null ? {} : { n }), ...(unit === null ? {} : { unit }) };
}

/** The column that identifies records. It repeats in a log of events, which also says when each was written. */
function guessKey(columns: readonly ColumnGuess[]): { column: string; repeats: boolean } | null {
  const named = columns.filter(({ holds, filled }) => (holds === 'text' || holds === 'number') && filled > 0);
  const unique = named.filter(({ filled, distinct }) => filled === distinct && filled > 1);
  const column =
    columnFor(
      'key',
      unique.map(({ name }) => name),
    ) ?? unique.find(({ name }) => /(id|号|编号|码)$/i.test(name.trim()))?.name;
  if (column !== undefined) return { column, repeats: false };
  const repeating = columnFor(
    'key',
    named.map(({ name }) => name),
  );
  const logged = columns.some(({ name, holds }) => holds === 'time' && rankFor('updated', name) >= 0);
  return repeating !== null && logged ? { column: repeating, repeats: true } : null;
}

/** Columns whose cells name services, teams, sites or segments that exist. */
function guessSubject({ columns, sample, known }: Look, timeColumn: string): ImportMapping['subject'] {
  const texts = columns.flatMap(({ name, holds }, index) =>
    name !== timeColumn && (holds === 'text' || holds === 'number') ? [{ name, cells: distinctCells(sample, index) }] : [],
  );
  const found = unitParts.flatMap((part) => {
    const best = bestColumn(part, texts, known.units);
    return best === null ? [] : [[part, { kind: 'column', column: best, createMissing: false }] as const];
  });
  return Object.fromEntries(found);
}

const distinctCells = (sample: readonly FileRow[], index: number): string[] => [...new Set(filledCells(sample, index).map(spoken))];

function bestColumn(part: UnitPart, texts: readonly { name: string; cells: readonly string[] }[], units: UnitIndex): string | null {
  const scored = texts.map(({ name, cells }) => ({
    name,
    share: cells.filter((cell) => units[part].has(cell)).length / Math.max(1, cells.length),
  }));
  const best = scored.sort((a, b) => b.share - a.share)[0];
  return best !== undefined && best.share >= enoughUnits ? best.name : null;
}
