import type { QuarantineReason } from '@zhiheng/contract/measurement/observations';
import { decodeCursor, encodeCursor } from '../../../platform/cursor.ts';
import type { Operation } from '../../../platform/operation.ts';

interface Query {
  readonly state: 'open' | 'released' | 'dismissed';
  readonly reason?: QuarantineReason | undefined;
  readonly importId?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}
type Params = Record<string, string | number | null>;

/** Rows that were set aside, newest first, with how many there are for each reason. */
export async function listQuarantine(operation: Operation, { query }: { query: Query }) {
  const rows = await readPage(operation, query);
  const reasons = await countReasons(operation, query);
  const items = rows.slice(0, query.limit).map((row) => ({
    id: row.id,
    at: row.at.toISOString(),
    source: row.source,
    importId: row.import_id,
    line: row.line,
    indicator: row.indicator_code,
    reason: row.reason as QuarantineReason,
    params: row.params as Params,
    raw: row.raw as Record<string, unknown>,
    state: row.state as Query['state'],
  }));
  const last = rows.length > query.limit ? items.at(-1) : undefined;
  const total = reasons.reduce((sum, { rows: count }) => sum + count, 0);
  return { items, next: last === undefined ? null : encodeCursor([last.id]), total, reasons };
}

function readPage({ db, orgId }: Operation, query: Query) {
  return db
    .selectFrom('quarantine as q')
    .innerJoin('source as s', (join) => join.onRef('s.org_id', '=', 'q.org_id').onRef('s.id', '=', 'q.source_id'))
    .select(['q.id', 'q.at', 's.code as source', 'q.import_id', 'q.line', 'q.indicator_code', 'q.reason', 'q.params', 'q.raw', 'q.state'])
    .where('q.org_id', '=', orgId)
    .where('q.state', '=', query.state)
    .$if(query.reason !== undefined, (q) => q.where('q.reason', '=', query.reason ?? ''))
    .$if(query.importId !== undefined, (q) => q.where('q.import_id', '=', query.importId ?? ''))
    .$if(query.cursor !== undefined, (q) => q.where('q.id', '<', decodeCursor(query.cursor ?? '', 1)[0] ?? ''))
    .orderBy('q.id', 'desc')
    .limit(query.limit + 1)
    .execute();
}

async function countReasons({ db, orgId }: Operation, query: Query) {
  const rows = await db
    .selectFrom('quarantine')
    .select(['reason', (e) => e.fn.countAll<number>().as('rows')])
    .where('org_id', '=', orgId)
    .where('state', '=', query.state)
    .$if(query.importId !== undefined, (q) => q.where('import_id', '=', query.importId ?? ''))
    .groupBy('reason')
    .orderBy('rows', 'desc')
    .execute();
  return rows.map((row) => ({ reason: row.reason as QuarantineReason, rows: row.rows }));
}
