import { sql } from 'kysely';
import type { SegmentRule } from '@zhiheng/contract/customers/customers';
import { houseDay } from '../../platform/database/house-day.ts';
import { invalidField } from '../../platform/errors.ts';
import type { Operation } from '../../platform/operation.ts';
import { segmentOf, type Facts, type Rule } from './segment.rules.ts';

type Scope = Pick<Operation, 'db' | 'orgId' | 'now'>;
interface Placed extends Facts {
  readonly id: string;
  readonly segmentId: string | null;
}

/** Asks the rules about these customers, or about all; whom a person has put somewhere stays there. Returns how many moved. */
export async function placeInSegments(scope: Scope, ids?: readonly string[]): Promise<number> {
  const { db, orgId } = scope;
  const rules = await readRules(scope);
  const today = await houseDay(scope, scope.now);
  const among = ids === undefined ? sql`true` : sql`id = any(${`{${ids.join(',')}}`}::uuid[])`;
  const { rows } = await sql<Placed>`
    select id, kind, annual_value as "annualValue", since::text as since, attributes, segment_id as "segmentId" from customer
    where org_id = ${orgId} and segment_by is distinct from 'hand' and ${among} order by id for no key update`.execute(db);
  const moves = rows.flatMap(({ id, segmentId, ...facts }) => {
    const segment = segmentOf(facts, rules, today);
    return segment === segmentId ? [] : [{ id, segment }];
  });
  if (moves.length > 0) await move(scope, moves);
  return moves.length;
}

async function move({ db, orgId }: Scope, moves: readonly { readonly id: string; readonly segment: string | null }[]): Promise<void> {
  await sql`
    update customer c set segment_id = m.segment, segment_by = case when m.segment is not null then 'rule' end
    from jsonb_to_recordset(${JSON.stringify(moves)}::jsonb) as m (id uuid, segment uuid)
    where c.org_id = ${orgId} and c.id = m.id`.execute(db);
}

/** Puts one customer where a person says, or gives it back to the rules. */
export async function setSegment(scope: Scope, customerId: string, segmentId: string | null): Promise<void> {
  const { db, orgId } = scope;
  const found = await db
    .selectFrom('segment')
    .select('id')
    .where('org_id', '=', orgId)
    .where('id', '=', segmentId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  if (segmentId !== null && found === undefined) throw invalidField('segmentId', 'unknown_segment');
  const set = { segment_id: segmentId, segment_by: segmentId === null ? null : ('hand' as const) };
  await db.updateTable('customer').set(set).where('org_id', '=', orgId).where('id', '=', customerId).execute();
  if (segmentId === null) await placeInSegments(scope, [customerId]);
}

async function readRules({ db, orgId }: Scope): Promise<Rule[]> {
  const { rows } = await sql<{ segmentId: string; tests: SegmentRule['tests'] }>`
    select r.segment_id as "segmentId", r.tests from segment_rule r
    join segment s on s.org_id = ${orgId} and s.id = r.segment_id and s.deleted_at is null
    where r.org_id = ${orgId} order by r.position, s.code`.execute(db);
  return rows;
}
