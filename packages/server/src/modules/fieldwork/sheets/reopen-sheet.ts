import { sql } from 'kysely';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type { reopenFieldSheet as endpoint } from '@zhiheng/contract/fieldwork/sheets';
import { changedMeanwhile, conflict, notFound } from '../../../platform/errors.ts';
import type { Call } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { lockSession, requireConductor } from '../sessions/read-session.ts';
import { entityOf } from '../sessions/session-rows.ts';
import { readSheets } from './sheet-rows.ts';

/** The sheet is its rater's again, who is blind again too: the others are hidden until it is back. The reply shows nothing of it. */
export async function reopenSheet(call: Call, { params, body }: Pick<Parsed<typeof endpoint>, 'params' | 'body'>): Promise<{ ok: true }> {
  const { db, orgId } = call;
  const session = await lockSession(call, await sessionOf(call, params.id));
  requireConductor(call, session);
  const sheet = (await readSheets(call, session.id)).find(({ id }) => id === params.id);
  if (sheet === undefined) throw notFound('field_sheet');
  if (sheet.state !== 'submitted') throw conflict('field_sheet_not_submitted');
  if (sheet.version !== body.version) throw changedMeanwhile();
  // Whoever has seen the others must not take the own one back to fit it to them.
  if (sheet.raterId === call.actor.accountId) throw conflict('field_sheet_own');
  await sql`
    update field_sheet set state = 'reopened', scores = '{}', score = null, reopened_for = ${body.reason}, version = version + 1
    where org_id = ${orgId} and id = ${params.id}`.execute(db);
  const data = { raterId: sheet.raterId, reason: body.reason };
  await recordEvent(call, { type: 'fieldwork.sheet-reopened', entity: entityOf(session), data });
  return { ok: true };
}

async function sessionOf({ db, orgId }: Call, sheetId: string): Promise<string> {
  const { rows } = await sql<{ sessionId: string }>`
    select session_id as "sessionId" from field_sheet where org_id = ${orgId} and id = ${sheetId}`.execute(db);
  const [row] = rows;
  if (row === undefined) throw notFound('field_sheet');
  return row.sessionId;
}
