import { sql } from 'kysely';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { setSegmentRules as endpoint } from '@zhiheng/contract/customers/customers';
import { changesBetween } from '../../platform/changes-between.ts';
import { invalid } from '../../platform/errors.ts';
import type { Call } from '../../platform/operation.ts';
import { recordEvent } from '../../platform/record-event.ts';
import { listSegmentRules } from './list-segment-rules.ts';
import { placeInSegments } from './place-in-segments.ts';

type Wanted = Parsed<typeof endpoint>['body']['items'];

/** Segments that are left out lose their rule. */
export async function setSegmentRules(call: Call, { body }: Parsed<typeof endpoint>): Promise<Reply<typeof endpoint>> {
  const { db, orgId } = call;
  await sql`select pg_advisory_xact_lock(hashtextextended(${`segment-rules:${orgId}`}, 0))`.execute(db);
  const before = await readRules(call);
  await checkSegments(call, body.items);
  await sql`delete from segment_rule where org_id = ${orgId} and segment_id <> all (${`{${body.items.map(({ segmentId }) => segmentId).join(',')}}`}::uuid[])`.execute(
    db,
  );
  const rows = body.items.map(({ segmentId, level, tests }, position) => ({
    ...{ org_id: orgId, segment_id: segmentId, position, level, tests: JSON.stringify(tests) },
  }));
  if (rows.length > 0)
    await db
      .insertInto('segment_rule')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['org_id', 'segment_id']).doUpdateSet((eb) => ({
          position: eb.ref('excluded.position'),
          level: eb.ref('excluded.level'),
          tests: eb.ref('excluded.tests'),
        })),
      )
      .execute();
  const moved = await placeInSegments(call);
  const changes = changesBetween({ rules: before }, { rules: await readRules(call) });
  const entity = { kind: 'organisation', id: orgId };
  if (Object.keys(changes).length > 0) await recordEvent(call, { type: 'segment-rules.changed', entity, data: { ...changes, moved } });
  return { ...(await listSegmentRules(call)), moved };
}

/** Rules by the codes of their segments, in order: as the log tells them. */
async function readRules(call: Call) {
  const { items } = await listSegmentRules(call);
  return items.map(({ code, level, tests }) => ({ code, level, tests }));
}

async function checkSegments({ db, orgId }: Call, wanted: Wanted): Promise<void> {
  const found = await db.selectFrom('segment').select('id').where('org_id', '=', orgId).where('deleted_at', 'is', null).execute();
  const known = new Set(found.map((row) => row.id));
  const errors = wanted.flatMap(({ segmentId }, index) => {
    const path = `items.${index}.segmentId`;
    if (!known.has(segmentId)) return [{ path, code: 'unknown_segment' }];
    return wanted.findIndex((other) => other.segmentId === segmentId) < index ? [{ path, code: 'duplicate' }] : [];
  });
  if (errors.length > 0) throw invalid(errors);
}
