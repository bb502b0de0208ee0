import type { excludeTime as endpoint } from '@zhiheng/contract/cases/exclusions';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import { sql } from 'kysely';
import { invalidField } from '../../platform/errors.ts';
import type { Call } from '../../platform/operation.ts';
import { recordEvent } from '../../platform/record-event.ts';
import { announceCase } from './announce-case.ts';
import { lockCase } from './case-state.ts';
import { secondsOf } from './clock-rows.rules.ts';
import { appendClockEvent, countCases } from './count-cases.ts';

/** Takes a stretch out of the clocks of a case and counts them again. */
export async function excludeTime(call: Call, { params, body }: Parsed<typeof endpoint>): Promise<Reply<typeof endpoint>> {
  const shown = await lockCase(call, params.id);
  const [from, to] = [secondsOf(new Date(body.from)), secondsOf(new Date(body.to))];
  if (to <= from) throw invalidField('to', 'ends_before_it_begins');
  if (from > secondsOf(call.now)) throw invalidField('from', 'in_future');
  const approvedBy = await nameOfCaller(call);
  await appendClockEvent(call, shown.id, { kind: 'excluded', from, to, reason: body.reason, approvedBy });
  await countCases(call, [shown]);
  const entity = { kind: 'case', id: shown.id, label: shown.number };
  await recordEvent(call, { type: 'case.time-excluded', entity, data: { from: body.from, to: body.to, reason: body.reason } });
  announceCase(call, shown.id);
  return { ok: true };
}

async function nameOfCaller({ db, orgId, actor }: Call): Promise<string> {
  const { rows } = await sql<{ name: string }>`
    select name from account where org_id = ${orgId} and id = ${actor.id}
    union all select name from api_key where org_id = ${orgId} and id = ${actor.id}`.execute(db);
  return rows[0]?.name ?? '';
}
