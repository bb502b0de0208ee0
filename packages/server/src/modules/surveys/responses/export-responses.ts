import { Readable } from 'node:stream';
import { sql, type RawBuilder } from 'kysely';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type { exportResponses as endpoint } from '@zhiheng/contract/surveys/responses';
import type { Survey } from '@zhiheng/contract/surveys/surveys';
import type { Db } from '../../../platform/database/connect.ts';
import { inOrganisation } from '../../../platform/database/in-organisation.ts';
import type { Call } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { csvLine } from '../../../platform/table-files/csv-text.rules.ts';
import { findSurvey } from '../read-survey.ts';
import { entityOf } from '../survey-rows.ts';
import { readForms } from '../versions/form-of-version.ts';
import { anonymousCsv } from './export-anonymous.ts';
import { cell, cellsOf, type CsvColumn } from './csv-column.ts';
import { fieldColumns } from './export-columns.rules.ts';
import { conditionsOf } from './response-filter.ts';

type Query = Parsed<typeof endpoint>['query'];

/** All answers as CSV, read and sent piece by piece. The log says who took them. */
export const exportResponses =
  (root: Db) =>
  async (call: Call, { params, query }: Pick<Parsed<typeof endpoint>, 'params' | 'query'>): Promise<Readable> => {
    const survey = await findSurvey(call, params.id);
    const columns = fieldColumns(await readForms(call, survey.id), query.language ?? 'en');
    await recordEvent(call, { type: 'survey.responses-exported', entity: entityOf(survey), data: { part: query.part } });
    call.reply.headers({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${survey.code}.csv"`,
      'cache-control': 'private, no-store',
    });
    const source = { root, orgId: call.orgId, survey, query };
    const lines = survey.anonymous
      ? anonymousCsv(source, columns)
      : pagesOf(source, {
          names: [...ownColumns.map(({ name }) => name), ...columns.map(({ key, label }) => (query.labels === 'true' ? label : key))],
          cells: [...ownColumns.map(cell), ...cellsOf(columns)],
        });
    return Readable.from(lines, { objectMode: false });
  };

/** What is said of an answer besides the answers themselves. */
const ownColumns: readonly CsvColumn[] = [
  { name: 'id', value: sql`r.id::text` },
  { name: 'at', value: sql`to_char(r.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')` },
  { name: 'version', value: sql`v.number::text` },
  { name: 'via', value: sql`coalesce(d.kind, 'import')` },
  { name: 'language', value: sql`r.language` },
  { name: 'state', value: sql`r.state` },
  { name: 'seconds', value: sql`r.seconds::text` },
  { name: 'service', value: sql`s.code`, written: true },
  { name: 'site', value: sql`t.code`, written: true },
  { name: 'team', value: sql`e.code`, written: true },
  { name: 'segment', value: sql`g.code`, written: true },
  { name: 'customer', value: sql`c.code`, written: true },
  { name: 'flags', value: sql`array_to_string(r.flags, ';')` },
  { name: 'verdict', value: sql`r.verdict` },
  { name: 'suspicious', value: sql`r.suspicious::text` },
];

interface Source {
  readonly root: Db;
  readonly orgId: string;
  readonly survey: Survey;
  readonly query: Query;
}

const pageLength = 10_000;
/** So many pages are read at the same time, each on a connection of its own. */
const readAhead = 2;

/** Where a page ends: at this answer. */
interface Mark {
  readonly at: string;
  readonly id: string;
}

interface Span {
  readonly behind: Mark | null;
  /** null: to the last answer */
  readonly upTo: Mark | null;
}

interface Table {
  readonly names: readonly string[];
  readonly cells: readonly RawBuilder<unknown>[];
}

/** Each piece is one question of its own, the next ones while the last one is sent; the database writes the lines. */
async function* pagesOf(source: Source, table: Table): AsyncGenerator<string> {
  // The mark at the beginning tells spreadsheets that the text is UTF-8.
  yield `\uFEFF${csvLine(table.names)}`;
  const reading: Promise<string>[] = [];
  for await (const span of spansOf(source)) {
    const page = readPage(source, table, span);
    // Its failure is met where it is awaited.
    page.catch(() => undefined);
    reading.push(page);
    if (reading.length === readAhead) yield (await reading.shift()) ?? '';
  }
  for (const page of reading) yield await page;
}

/** To find the end of a page costs little beside writing it, so that pages can be written side by side. */
async function* spansOf(source: Source): AsyncGenerator<Span> {
  for (let behind: Mark | null = null; ;) {
    const upTo: Mark | null = await findEnd(source, behind);
    yield { behind, upTo };
    if (upTo === null) return;
    behind = upTo;
  }
}

const findEnd = ({ root, orgId, survey, query }: Source, behind: Mark | null): Promise<Mark | null> =>
  inOrganisation(root, orgId, async (db) => {
    const { rows } = await sql<Mark>`
      select r.at::text as at, r.id ${answersOf(orgId, survey)} and ${conditionsOf(query)} and ${within({ behind, upTo: null })}
      order by r.at, r.id offset ${pageLength - 1} limit 1`.execute(db);
    return rows[0] ?? null;
  });

const readPage = ({ root, orgId, survey, query }: Source, { cells }: Table, span: Span): Promise<string> =>
  inOrganisation(root, orgId, async (db) => {
    const line = sql`concat_ws(',', ${sql.join([...cells])})`;
    const { rows } = await sql<{ text: string | null }>`
      with page as materialized (select r.* ${answersOf(orgId, survey)} and ${conditionsOf(query)} and ${within(span)})
      select string_agg(${line} || E'\\r\\n', '' order by r.at, r.id) as text
      from page r join survey_version v on v.org_id = ${orgId} and v.id = r.version_id
      left join survey_distribution d on d.org_id = ${orgId} and d.id = r.distribution_id
      left join service s on s.org_id = ${orgId} and s.id = r.service_id left join site t on t.org_id = ${orgId} and t.id = r.site_id
      left join team e on e.org_id = ${orgId} and e.id = r.team_id left join segment g on g.org_id = ${orgId} and g.id = r.segment_id
      left join customer c on c.org_id = ${orgId} and c.id = r.customer_id`.execute(db);
    return rows[0]?.text ?? '';
  });

/** Whatever the conditions of a filter speak of. */
const answersOf = (orgId: string, survey: Survey): RawBuilder<unknown> => sql`
  from survey_response r join organisation o on o.org_id = ${orgId} left join customer c on c.org_id = ${orgId} and c.id = r.customer_id
  where r.org_id = ${orgId} and r.survey_id = ${survey.id}`;

const within = ({ behind, upTo }: Span): RawBuilder<unknown> => sql`
  ${behind === null ? sql`true` : sql`(r.at, r.id) > (${behind.at}::timestamptz, ${behind.id}::uuid)`}
  and ${upTo === null ? sql`true` : sql`(r.at, r.id) <= (${upTo.at}::timestamptz, ${upTo.id}::uuid)`}`;
