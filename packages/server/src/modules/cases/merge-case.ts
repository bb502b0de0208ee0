import { sql } from 'kysely';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type { ServiceCase } from '@zhiheng/contract/cases/case';
import type { mergeCase as endpoint } from '@zhiheng/contract/cases/cases';
import { conflict, invalidField, notFound } from '../../platform/errors.ts';
import type { Call } from '../../platform/operation.ts';
import { recordEvent } from '../../platform/record-event.ts';
import { announceCase } from './announce-case.ts';
import { lockCases, type CaseState } from './case-state.ts';
import { conflictOf } from './conflict-of-case.ts';
import { appendClockEvent, countCases } from './count-cases.ts';
import { readCase } from './read-case.ts';
import { isLooped, isOpenStatus } from './status.rules.ts';

/** The thread, files and words of a case move into another one; its clocks are withdrawn. Answers with the case that goes on. */
export async function mergeCase(call: Call, { params, body }: Parsed<typeof endpoint>): Promise<ServiceCase> {
  if (params.id === body.into) throw invalidField('into', 'itself');
  const states = await lockCases(call, sql`c.id in (${params.id}, ${body.into})`);
  const gone = states.find(({ id }) => id === params.id);
  const into = states.find(({ id }) => id === body.into);
  if (gone === undefined) throw notFound('case');
  if (into === undefined) throw invalidField('into', 'unknown_case');
  if (gone.version !== body.version) throw await conflictOf(call, gone, body.version);
  checkMerge(gone, into);
  await moveThread(call, gone, into);
  await appendClockEvent(call, gone.id, { kind: 'merged', into: into.id });
  await countCases(call, [gone]);
  const entity = { kind: 'case', id: gone.id, label: gone.number };
  await recordEvent(call, { type: 'case.merged', entity, data: { into: into.id, number: into.number } });
  announceCase(call, gone.id);
  announceCase(call, into.id);
  return readCase(call, sql`c.id = ${into.id}`);
}

/** A complaint goes on only in another one: merging is no way around its loop. */
function checkMerge(gone: CaseState, into: CaseState): void {
  if (!isOpenStatus(gone.status)) throw conflict('case_over', { number: gone.number });
  if (!isOpenStatus(into.status)) throw conflict('case_over', { number: into.number });
  if (isLooped(gone.type) && !isLooped(into.type)) throw conflict('loop_not_left');
}

async function moveThread({ db, orgId, now }: Call, gone: CaseState, into: CaseState): Promise<void> {
  await sql`update case_attachment set case_id = ${into.id} where org_id = ${orgId} and case_id = ${gone.id}`.execute(db);
  await sql`update case_entry set case_id = ${into.id}, from_case = coalesce(from_case, ${gone.id}), case_version = ${into.version + 1} where org_id = ${orgId} and case_id = ${gone.id}`.execute(
    db,
  );
  await sql`update service_case set restricted = restricted or ${gone.restricted}, version = version + 1, updated_at = ${now},
      words = words || (select words from service_case where org_id = ${orgId} and id = ${gone.id})
    where org_id = ${orgId} and id = ${into.id}`.execute(db);
  await sql`update service_case set status = 'merged', merged_into = ${into.id}, closed_at = ${now}, version = version + 1, updated_at = ${now}
    where org_id = ${orgId} and id = ${gone.id}`.execute(db);
}
