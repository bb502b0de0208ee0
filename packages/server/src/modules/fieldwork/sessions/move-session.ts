import { sql } from 'kysely';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type { EventType } from '@zhiheng/contract/events';
import type { FieldSessionState } from '@zhiheng/contract/fieldwork/fieldwork-kinds';
import type { FieldSession, moveFieldSession as endpoint } from '@zhiheng/contract/fieldwork/sessions';
import { conflict, invalidField } from '../../../platform/errors.ts';
import type { Call } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { findSession, lockVersion, requireConductor, type StoredSession } from './read-session.ts';
import { entityOf } from './session-rows.ts';

const next: Record<FieldSessionState, readonly FieldSessionState[]> = {
  planned: ['held', 'cancelled'],
  held: ['planned'],
  cancelled: ['planned'],
};

const eventOf = {
  held: 'fieldwork.session-held',
  cancelled: 'fieldwork.session-cancelled',
  planned: 'fieldwork.session-reopened',
} as const satisfies Record<FieldSessionState, EventType>;

export async function moveSession(call: Call, { params, body }: Pick<Parsed<typeof endpoint>, 'params' | 'body'>): Promise<FieldSession> {
  const session = await lockVersion(call, params.id, body.version);
  requireConductor(call, session);
  checkMove(call, session, body);
  const { to, reason } = body;
  await sql`
    update field_session set state = ${to}, reason = ${reason}, held_at = ${to === 'held' ? call.now : null}, version = version + 1, updated_at = ${call.now}
    where org_id = ${call.orgId} and id = ${params.id}`.execute(call.db);
  await recordEvent(call, { type: eventOf[to], entity: entityOf(session), data: { from: session.state, reason } });
  return findSession(call, params.id);
}

type Move = Pick<Parsed<typeof endpoint>['body'], 'to' | 'reason'>;

function checkMove({ now }: Call, { state, startsAt }: StoredSession, { to, reason }: Move): void {
  if (!next[state].includes(to)) throw conflict('field_session_no_such_step', { from: state, to });
  if (to === 'held' && startsAt > now) throw conflict('field_session_not_begun');
  if (to !== 'held' && reason === '') throw invalidField('reason', 'reason_needed');
}
