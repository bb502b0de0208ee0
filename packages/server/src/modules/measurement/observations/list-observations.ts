import { sql } from 'kysely';
import type { SubjectFilter } from '@zhiheng/contract/measurement/observations';
import type { LocalText } from '@zhiheng/contract/values/text';
import { decodeCursor, encodeCursor } from '../../../platform/cursor.ts';
import { invalidField, notFound } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';
import type { Measure } from '@zhiheng/contract/measurement/indicator';
import { subjectsWithin } from '../subjects-within.ts';
import { fromStored } from '../values.rules.ts';

interface Query extends SubjectFilter {
  readonly indicator: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

interface Row {
  readonly at: Date;
  readonly value: number;
  readonly n: number;
  readonly record_key: string;
  readonly line: number | null;
  readonly source: string;
  readonly source_id: string;
  readonly import_id: string | null;
  readonly service: LocalText | null;
  readonly team: LocalText | null;
  readonly site: LocalText | null;
  readonly segment: LocalText | null;
}

/** Observations behind a figure, newest first. */
export async function listObservations(operation: Operation, { query }: { query: Query }) {
  const { db, orgId } = operation;
  const indicator = await db
    .selectFrom('indicator')
    .select(['id', 'code', 'measure', 'unit', 'decimals'])
    .where('org_id', '=', orgId)
    .where('code', '=', query.indicator)
    .executeTakeFirst();
  if (indicator === undefined) throw notFound('indicator');
  const form = { ...indicator, measure: indicator.measure as Measure };
  const rows = await read(operation, { ...query, indicatorId: indicator.id });
  const items = rows.slice(0, query.limit).map((row) => ({
    indicator: indicator.code,
    at: row.at.toISOString(),
    value: fromStored(form, row.value),
    n: row.n,
    subject: { service: row.service, team: row.team, site: row.site, segment: row.segment },
    source: row.source,
    key: row.record_key,
    importId: row.import_id,
    line: row.line,
  }));
  const last = rows.length > query.limit ? rows[query.limit - 1] : undefined;
  return { items, next: last === undefined ? null : encodeCursor([last.at.toISOString(), last.source_id, last.record_key]) };
}

async function read({ db, orgId }: Operation, query: Query & { indicatorId: string }): Promise<Row[]> {
  const within = subjectsWithin(orgId, query);
  const conditions = [
    ...(within === null ? [] : [sql`and o.subject_id in (${within})`]),
    ...(query.from === undefined ? [] : [sql`and o.at >= ${query.from}::timestamptz`]),
    ...(query.to === undefined ? [] : [sql`and o.at < ${query.to}::timestamptz`]),
    ...(query.cursor === undefined ? [] : [sql`and ${after(query.cursor)}`]),
  ];
  const { rows } = await sql<Row>`
    with page as (
      select o.* from observation o
      where o.org_id = ${orgId} and o.indicator_id = ${query.indicatorId} ${sql.join(conditions, sql` `)}
      order by o.at desc, o.source_id desc, o.record_key desc limit ${query.limit + 1}
    )
    select p.at, p.value, p.n, p.record_key, p.line, c.code as source, p.source_id, b.import_id,
      sv.name as service, t.name as team, si.name as site, sg.name as segment
    from page p
    join source c on c.org_id = ${orgId} and c.id = p.source_id
    join ingest_batch b on b.org_id = ${orgId} and b.id = p.batch_id
    join subject s on s.org_id = ${orgId} and s.id = p.subject_id
    left join service sv on sv.org_id = ${orgId} and sv.id = s.service_id
    left join team t on t.org_id = ${orgId} and t.id = s.team_id
    left join site si on si.org_id = ${orgId} and si.id = s.site_id
    left join segment sg on sg.org_id = ${orgId} and sg.id = s.segment_id
    order by p.at desc, p.source_id desc, p.record_key desc`.execute(db);
  return rows;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function after(cursor: string) {
  const [at, source, key] = decodeCursor(cursor, 3);
  if (at === undefined || source === undefined || key === undefined || Number.isNaN(Date.parse(at)) || !uuid.test(source))
    throw invalidField('cursor', 'cursor');
  return sql`(o.at, o.source_id, o.record_key) < (${at}::timestamptz, ${source}::uuid, ${key})`;
}
