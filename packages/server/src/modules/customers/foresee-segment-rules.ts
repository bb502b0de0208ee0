import { sql } from 'kysely';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { foreseeSegmentRules as endpoint } from '@zhiheng/contract/customers/customers';
import { houseDay } from '../../platform/database/house-day.ts';
import type { Call } from '../../platform/operation.ts';
import { segmentOf, type Facts } from './segment.rules.ts';

interface Placed extends Facts {
  readonly segmentId: string | null;
  readonly byHand: boolean;
}

/** What saving these rules would do, asked while they are being written. */
export async function foreseeSegmentRules(call: Call, { body }: Parsed<typeof endpoint>): Promise<Reply<typeof endpoint>> {
  const today = await houseDay(call, call.now);
  const { rows } = await sql<Placed>`
    select kind, annual_value as "annualValue", since::text as since, attributes, segment_id as "segmentId",
      coalesce(segment_by = 'hand', false) as "byHand"
    from customer where org_id = ${call.orgId} and deleted_at is null`.execute(call.db);
  const placed = rows.map((row) => ({ ...row, next: row.byHand ? row.segmentId : segmentOf(row, body.items, today) }));
  const known = new Set(body.items.map(({ segmentId }) => segmentId));
  return {
    items: [...known].map((segmentId) => ({ segmentId, customers: placed.filter(({ next }) => next === segmentId).length })),
    none: placed.filter(({ next }) => next === null || !known.has(next)).length,
    moved: placed.filter(({ next, segmentId }) => next !== segmentId).length,
  };
}
