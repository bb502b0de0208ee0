import { sql, type RawBuilder } from 'kysely';
import type { Survey } from '@zhiheng/contract/surveys/surveys';
import type { Db } from '../../../platform/database/connect.ts';
import { inOrganisation } from '../../../platform/database/in-organisation.ts';
import { csvLine } from '../../../platform/table-files/csv-text.rules.ts';
import { cell, valueAt, type CsvColumn } from './csv-column.ts';
import type { FieldColumn } from './export-columns.rules.ts';

interface Source {
  readonly root: Db;
  readonly orgId: string;
  readonly survey: Survey;
  readonly query: { readonly part: 'answers' | 'texts'; readonly labels: 'true' | 'false' };
}

const chosen = new Set<FieldColumn['kind']>(['choice', 'choices', 'order']);
const written = new Set<FieldColumn['kind']>(['text', 'files', 'date', 'number']);

/**
 * Answers that are released, in no order, with the month of their release. What somebody wrote stands in a list of its own, so that it leads to
 * no other answer; choices are left out where fewer than the minimum group have made the same ones in the same place.
 */
export async function* anonymousCsv(source: Source, columns: readonly FieldColumn[]): AsyncGenerator<string> {
  const nameOf = ({ key, label }: FieldColumn): string => (source.query.labels === 'true' ? label : key);
  if (source.query.part === 'texts') {
    const texts = columns.filter(({ kind }) => kind === 'text');
    yield `\uFEFF${csvLine(['field', 'text'])}`;
    for (const column of texts) yield* linesOf(source, textsAt(source, nameOf(column), column));
    return;
  }
  const choices = columns.filter(({ kind }) => chosen.has(kind)).map((column) => ({ name: nameOf(column), value: valueAt(column) }));
  const scales = columns.filter(({ kind }) => !chosen.has(kind) && !written.has(kind));
  const open = scales.map((column) => ({ name: nameOf(column), value: valueAt(column) }));
  yield `\uFEFF${csvLine([...cellColumns, ...choices, ...open].map(({ name }) => name))}`;
  yield* linesOf(source, answersOf(source, choices, open));
}

const cellColumns: readonly CsvColumn[] = [
  { name: 'month', value: sql`to_char(r.released_at at time zone o.time_zone, 'YYYY-MM')` },
  { name: 'service', value: sql`s.code`, written: true },
  { name: 'site', value: sql`t.code`, written: true },
  { name: 'team', value: sql`e.code`, written: true },
  { name: 'segment', value: sql`g.code`, written: true },
];

async function* linesOf({ root, orgId }: Source, select: RawBuilder<unknown>): AsyncGenerator<string> {
  const rows = await inOrganisation(root, orgId, async (db) => (await sql<{ line: string }>`${select}`.execute(db)).rows);
  for (const { line } of rows) yield `${line}\r\n`;
}

/** Shuffled by the database; nothing else of the answers stands beside them. */
const textsAt = ({ orgId, survey }: Source, name: string, column: FieldColumn): RawBuilder<unknown> => sql`
  select concat_ws(',', ${cell({ value: sql`${name}::text`, written: true })}, ${cell({ value: valueAt(column), written: true })}) as line from survey_response r
  where r.org_id = ${orgId} and r.survey_id = ${survey.id} and r.released_at is not null and ${valueAt(column)} is not null order by random()`;

function answersOf({ orgId, survey }: Source, choices: readonly CsvColumn[], open: readonly CsvColumn[]): RawBuilder<unknown> {
  const same = sql.join([
    sql`r.service_id, r.site_id, r.team_id, r.segment_id, r.groups`,
    ...choices.map(({ value }) => value),
    sql`to_char(r.released_at at time zone o.time_zone, 'YYYY-MM')`,
  ]);
  const shown = choices.map(({ value }) => ({ value: sql`case when r.alike >= ${survey.settings.minimumGroup} then ${value} end` }));
  return sql`
    with released as (
      select r.*, count(*) over (partition by ${same}) as alike from survey_response r join organisation o on o.org_id = ${orgId}
      where r.org_id = ${orgId} and r.survey_id = ${survey.id} and r.released_at is not null and r.state = 'complete')
    select concat_ws(',', ${sql.join([...cellColumns, ...shown, ...open].map(cell))}) as line from released r
    join organisation o on o.org_id = ${orgId}
    left join service s on s.org_id = ${orgId} and s.id = r.service_id left join site t on t.org_id = ${orgId} and t.id = r.site_id
    left join team e on e.org_id = ${orgId} and e.id = r.team_id left join segment g on g.org_id = ${orgId} and g.id = r.segment_id
    order by random()`;
}
