import { sql } from 'kysely';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type { CaseStatus, ServiceCase } from '@zhiheng/contract/cases/case';
import type { recordFollowUp as endpoint } from '@zhiheng/contract/cases/cases';
import { conflict } from '../../platform/errors.ts';
import { newId } from '../../platform/identifier.ts';
import type { Call } from '../../platform/operation.ts';
import { recordEvent } from '../../platform/record-event.ts';
import { announceCase } from './announce-case.ts';
import { lockCase, type CaseState } from './case-state.ts';
import { conflictOf } from './conflict-of-case.ts';
import { readCase } from './read-case.ts';
import { saveCase } from './save-case.ts';
import { planFollowUp } from './schedule-follow-up.ts';

type Body = Parsed<typeof endpoint>['body'];

/** Who was not reached is tried again after so many days, unless another day is named. */
const triedAgainAfter = 3;

/** Notes a contact after the solution. Not solved: the case is open again, with its history. Not reached: it is tried again. Solved: the case may be closed. */
export async function recordFollowUp(call: Call, { params, body }: Parsed<typeof endpoint>): Promise<ServiceCase> {
  const before = await lockCase(call, params.id);
  if (body.version !== before.version) throw await conflictOf(call, before, body.version);
  if (before.status !== 'resolved' && before.status !== 'following-up') throw conflict('not_resolved', { status: before.status });
  await saveCase(call, before, {
    status: statusAfter(before, body),
    entry: { kind: 'note', from: 'team', body: body.note, channel: body.channel, mentions: [], attachmentIds: [] },
  });
  await writeContact(call, params.id, body);
  if (body.outcome === 'not-reached') await planFollowUp(call, params.id, body.nextOn ?? { days: triedAgainAfter });
  const entity = { kind: 'case', id: before.id, label: before.number };
  await recordEvent(call, {
    type: 'case.followed-up',
    entity,
    data: { outcome: body.outcome, channel: body.channel, rating: body.rating },
  });
  announceCase(call, before.id);
  return readCase(call, sql`c.id = ${params.id}`);
}

const statusAfter = ({ status }: CaseState, { outcome }: Body): CaseStatus =>
  outcome === 'not-solved' ? 'open' : status === 'resolved' ? 'following-up' : status;

/** The contact that was planned first is this one; without a plan it stands for itself. */
async function writeContact({ db, orgId, actor, now }: Call, caseId: string, { channel, outcome, rating, note }: Body): Promise<void> {
  const done = sql`done_at = ${now}, done_by = ${actor.accountId}::uuid, channel = ${channel}, outcome = ${outcome}, rating = ${rating}::int2, note = ${note}`;
  const planned = await sql`
    update case_follow_up set ${done} where org_id = ${orgId} and id = (
      select id from case_follow_up where org_id = ${orgId} and case_id = ${caseId} and done_at is null order by due_on, id limit 1)`.execute(
    db,
  );
  if (planned.numAffectedRows !== 0n) return;
  await sql`
    insert into case_follow_up (org_id, id, case_id, due_on, done_at, done_by, channel, outcome, rating, note)
    values (${orgId}, ${newId()}, ${caseId}, current_date, ${now}, ${actor.accountId}::uuid, ${channel}, ${outcome}, ${rating}::int2, ${note})`.execute(
    db,
  );
}
