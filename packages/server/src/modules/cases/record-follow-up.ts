import { sql } from 'kysely';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type { CaseStatus, ServiceCase } from '@zhiheng/contract/cases/case';
import type { recordFollowUp as endpoint } from '@zhiheng/contract/cases/cases';
import { conflict } from '../../platform/errors.ts';
import type { Call } from '../../platform/operation.ts';
import { lockCase, type CaseState } from './case-state.ts';
import { conflictOf } from './conflict-of-case.ts';
import { noteContact } from './note-contact.ts';
import { readCase } from './read-case.ts';
import { saveCase } from './save-case.ts';
import { nextAttempt, planFollowUp } from './schedule-follow-up.ts';

type Body = Parsed<typeof endpoint>['body'];

/** Notes a contact after the solution. Not solved: the case is open again, with its history. Not reached: it is tried again. Solved: the case may be closed. */
export async function recordFollowUp(call: Call, { params, body }: Parsed<typeof endpoint>): Promise<ServiceCase> {
  const before = await lockCase(call, params.id);
  if (body.version !== before.version) throw await conflictOf(call, before, body.version);
  if (!(await mayBeAsked(call, before))) throw conflict('not_resolved', { status: before.status });
  await saveCase(call, before, {
    status: statusAfter(before, body),
    entry: { kind: 'note', from: 'team', body: body.note, channel: body.channel, mentions: [], attachmentIds: [] },
  });
  const plan = await noteContact(call, before, body);
  if (body.outcome === 'not-reached')
    await planFollowUp(call, params.id, { ...plan, on: body.nextOn ?? (await nextAttempt(call, params.id)) });
  return readCase(call, sql`c.id = ${params.id}`);
}

const statusAfter = ({ status }: CaseState, { outcome }: Body): CaseStatus =>
  outcome === 'not-solved' ? 'open' : status === 'resolved' ? 'following-up' : status;

/** After the solution; of a closed case only while a contact is still owed, such as after a low rating. */
async function mayBeAsked({ db, orgId }: Call, { id, status }: CaseState): Promise<boolean> {
  if (status !== 'closed') return status === 'resolved' || status === 'following-up';
  const { rows } = await sql`select from case_follow_up where org_id = ${orgId} and case_id = ${id} and done_at is null limit 1`.execute(
    db,
  );
  return rows.length > 0;
}
