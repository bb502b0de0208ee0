import { sql } from 'kysely';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type { FindingState } from '@zhiheng/contract/findings/finding-kind';
import type { Finding, moveFinding as endpoint } from '@zhiheng/contract/findings/findings';
import type { EventType } from '@zhiheng/contract/events';
import { changedMeanwhile, conflict, invalidField } from '../../../platform/errors.ts';
import type { Call, Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { entityOf, lockFinding } from './finding-rows.ts';
import { findFinding } from './read-finding.ts';

const isOver = (state: FindingState): boolean => state === 'closed' || state === 'dismissed';

/** Says how far a finding has come. For the rooms that work on it: they say why themselves. */
export async function setFindingState(operation: Operation, id: string, to: { state: FindingState; reason: string }): Promise<void> {
  await lockFinding(operation, id);
  const before = await findFinding(operation, id);
  if (before.mergedInto !== null) throw conflict('finding_merged', { name: before.mergedInto.number });
  if (before.state === to.state) return;
  if (isOver(to.state) && to.reason.trim() === '') throw invalidField('reason', 'required');
  await writeState(operation, id, { ...to, returns: isOver(before.state) && !isOver(to.state) });
  await recordEvent(operation, {
    type: eventOf(before.state, to.state),
    entity: entityOf(before),
    data: { state: { from: before.state, to: to.state }, reason: to.reason },
  });
}

function eventOf(from: FindingState, to: FindingState): EventType {
  if (to === 'closed') return 'finding.closed';
  if (to === 'dismissed') return 'finding.dismissed';
  return isOver(from) ? 'finding.reopened' : 'finding.changed';
}

interface Move {
  readonly state: FindingState;
  readonly reason: string;
  readonly returns: boolean;
}

async function writeState({ db, orgId, actor, now }: Operation, id: string, { state, reason, returns }: Move): Promise<void> {
  const [closedAt, closedBy] = isOver(state) ? [now, actor.accountId] : [null, null];
  await sql`
    update finding set state = ${state}, reason = ${reason}, closed_at = ${closedAt}::timestamptz, closed_by = ${closedBy}::uuid,
      reopened = reopened + ${returns ? 1 : 0}, version = version + 1, updated_at = ${now}
    where org_id = ${orgId} and id = ${id}`.execute(db);
}

export async function moveFinding(call: Call, { params, body }: Pick<Parsed<typeof endpoint>, 'params' | 'body'>): Promise<Finding> {
  await lockFinding(call, params.id);
  const before = await findFinding(call, params.id);
  if (before.version !== body.version) throw changedMeanwhile();
  await setFindingState(call, params.id, body);
  return findFinding(call, params.id);
}
