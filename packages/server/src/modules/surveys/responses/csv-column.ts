import { sql, type RawBuilder } from 'kysely';
import type { FieldColumn } from './export-columns.rules.ts';

/** A column of a CSV that the database writes. */
export interface CsvColumn {
  readonly name: string;
  /** text, from an answer `r` */
  readonly value: RawBuilder<unknown>;
  /** somebody wrote it: it may hold anything */
  readonly written?: boolean;
}

/** What was answered at a field, as an import reads it again: lists with semicolons, "na" where it does not apply. */
export function valueAt({ key, kind, places, place }: FieldColumn): RawBuilder<unknown> {
  if (kind === 'choices' || kind === 'order' || kind === 'files')
    return sql`(select string_agg(x, ';' order by n) from jsonb_array_elements_text(r.rest -> ${sql.lit(key)}) with ordinality as l (x, n))`;
  if (kind !== 'scale') return sql`r.rest ->> ${sql.lit(key)}`;
  if (place !== null) return readable(sql`r.scales[${sql.lit(place)}]::text`);
  const cases = [...places].flatMap(([id, at]) => (at === null ? [] : [sql`when ${sql.lit(id)} then r.scales[${sql.lit(at)}]`]));
  return readable(sql`(case r.version_id ${sql.join(cases, sql` `)} end)::text`);
}

const readable = (scales: RawBuilder<unknown>): RawBuilder<unknown> => sql`replace(${scales}, '-1', 'na')`;

/** Cells of these columns, separated by commas. Scales that stand one behind the other in every version are written in one go. */
export function cellsOf(columns: readonly FieldColumn[]): RawBuilder<unknown>[] {
  const runs: { columns: FieldColumn[]; from: number }[] = [];
  for (const column of columns) {
    const last = runs.at(-1);
    const isNext = last !== undefined && column.place !== null && column.place === last.from + last.columns.length;
    if (isNext) last.columns.push(column);
    else runs.push({ columns: [column], from: column.place ?? Number.NaN });
  }
  return runs.flatMap(({ columns: run, from }) =>
    run.length === 1
      ? run.map((column) => cell({ value: valueAt(column), written: column.kind === 'text' }))
      : [readable(sql`array_to_string(r.scales[${sql.lit(from)}:${sql.lit(from + run.length - 1)}], ',', '')`)],
  );
}

/** A cell of CSV. What is made of keys and numbers needs no look. */
export const cell = ({ value, written = false }: Omit<CsvColumn, 'name'>): RawBuilder<unknown> =>
  written ? writtenCell(value) : sql`coalesce(${value}, '')`;

/** What a spreadsheet would run as a formula is defused by an apostrophe; a number is none. */
const writtenCell = (value: RawBuilder<unknown>): RawBuilder<unknown> => sql`coalesce((
  select case when safe ~ '[",\\r\\n]' then '"' || replace(safe, '"', '""') || '"' else safe end
  from (select case when x ~ '^[=+\\-@\\t\\r]' and x !~ '^[+-]?[0-9]+([.][0-9]+)?$' then '''' || x else x end as safe from (select ${value} as x) v) w), '')`;
