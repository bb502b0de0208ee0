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
export function valueAt({ key, kind, places }: FieldColumn): RawBuilder<unknown> {
  if (kind === 'choices' || kind === 'order' || kind === 'files')
    return sql`(select string_agg(x, ';' order by n) from jsonb_array_elements_text(r.rest -> ${sql.lit(key)}) with ordinality as l (x, n))`;
  if (kind !== 'scale') return sql`r.rest ->> ${sql.lit(key)}`;
  const answers = [...places].flatMap(([versionId, place]) => (place === null ? [] : [{ versionId, place }]));
  const [first] = answers;
  if (first === undefined) return sql`null::text`;
  const scale = answers.every(({ place }) => place === first.place)
    ? sql`r.scales[${sql.lit(first.place)}]`
    : sql`case r.version_id ${sql.join(
        answers.map(({ versionId, place }) => sql`when ${sql.lit(versionId)} then r.scales[${sql.lit(place)}]`),
        sql` `,
      )} end`;
  return sql`replace((${scale})::text, '-1', 'na')`;
}

/** A cell of CSV. What is made of keys and numbers needs no look. */
export const cell = ({ value, written = false }: Omit<CsvColumn, 'name'>): RawBuilder<unknown> =>
  written ? writtenCell(value) : sql`coalesce(${value}, '')`;

/** What a spreadsheet would run as a formula is defused by an apostrophe; a number is none. */
const writtenCell = (value: RawBuilder<unknown>): RawBuilder<unknown> => sql`coalesce((
  select case when safe ~ '[",\\r\\n]' then '"' || replace(safe, '"', '""') || '"' else safe end
  from (select case when x ~ '^[=+\\-@\\t\\r]' and x !~ '^[+-]?[0-9]+([.][0-9]+)?$' then '''' || x else x end as safe from (select ${value} as x) v) w), '')`;
