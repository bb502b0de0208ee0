import { sql } from 'kysely';
import { check, type Answers, type Given } from '@zhiheng/forms/answers';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type { FieldSheet, saveFieldSheet as saveEndpoint, submitFieldSheet as submitEndpoint } from '@zhiheng/contract/fieldwork/sheets';
import { changedMeanwhile, conflict, invalid } from '../../../platform/errors.ts';
import { newId } from '../../../platform/identifier.ts';
import type { Call } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { lockSession, type StoredSession } from '../sessions/read-session.ts';
import { entityOf } from '../sessions/session-rows.ts';
import { guideOfSession, type Guide } from '../studies/guide-of-study.ts';
import { givenOf } from './given-of-session.ts';
import { scoreSheet } from './score-sheet.rules.ts';
import { readSheets, sheetOf, type SheetRecord } from './sheet-rows.ts';

type Input = Pick<Parsed<typeof saveEndpoint>, 'params' | 'body'>;

/** Answers may be incomplete, but none may be wrong. */
export async function saveSheet(call: Call, { params, body }: Input): Promise<FieldSheet> {
  const desk = await takeSeat(call, params.id, body.version);
  refuseFaults(desk, body.answers, false);
  await write(call, desk, body.answers);
  if (desk.sheet === null) await recordEvent(call, { type: 'fieldwork.sheet-begun', entity: entityOf(desk.session) });
  return ownSheet(call, desk);
}

/** What was submitted is final. The log says that it was, never what it says: raters read the log too. */
export async function submitSheet(
  call: Call,
  { params, body }: Pick<Parsed<typeof submitEndpoint>, 'params' | 'body'>,
): Promise<FieldSheet> {
  const desk = await takeSeat(call, params.id, body.version);
  if (desk.session.startsAt > call.now) throw conflict('field_session_not_begun');
  refuseFaults(desk, body.answers, true);
  await write(call, desk, body.answers);
  const { scores, score } = scoreSheet(desk.guide.form, body.answers);
  const { db, orgId, now } = call;
  await sql`
    update field_sheet set state = 'submitted', submitted_at = ${now}, scores = ${JSON.stringify(scores)}::jsonb, score = ${score}
    where org_id = ${orgId} and session_id = ${params.id} and rater_id = ${desk.raterId}`.execute(db);
  await sql`
    update field_session set rated_at = coalesce(rated_at, ${now}) where org_id = ${orgId} and id = ${params.id}`.execute(db);
  await recordEvent(call, { type: 'fieldwork.sheet-submitted', entity: entityOf(desk.session), data: { raterId: desk.raterId } });
  return ownSheet(call, desk);
}

/** A rater before the own sheet, with the session held. */
interface Desk {
  readonly session: StoredSession;
  readonly guide: Guide;
  readonly given: Given;
  readonly raterId: string;
  readonly sheet: SheetRecord | null;
}

async function takeSeat(call: Call, sessionId: string, version: number): Promise<Desk> {
  const session = await lockSession(call, sessionId);
  const raterId = session.raters.find(({ id }) => id === call.actor.accountId)?.id;
  if (raterId === undefined) throw conflict('field_not_a_rater');
  if (session.state === 'cancelled') throw conflict('field_session_cancelled');
  const guide = await guideOfSession(call, session);
  if (guide === null) throw conflict('field_guide_missing');
  const sheet = (await readSheets(call, sessionId)).find((one) => one.raterId === raterId) ?? null;
  refuseOld(sheet, version);
  return { session, guide, given: await givenOf(call, guide.form, session), raterId, sheet };
}

function refuseOld(sheet: SheetRecord | null, version: number): void {
  if (sheet?.state === 'submitted') throw conflict('field_sheet_final');
  if ((sheet?.version ?? 0) !== version) throw changedMeanwhile();
}

function refuseFaults({ guide, given }: Desk, answers: Answers, complete: boolean): void {
  const faults = check(guide.form, answers, given, { complete });
  if (faults.length === 0) return;
  throw invalid(
    faults.map(({ field, code, params }) => ({
      path: field === '' ? 'answers' : `answers.${field}`,
      code: code.replaceAll('-', '_'),
      params: { ...params },
    })),
  );
}

/** The first sheet that is begun decides by which guide the session is rated. */
async function write({ db, orgId, now }: Call, { session, guide, raterId }: Desk, answers: Answers): Promise<void> {
  await sql`
    insert into field_sheet as h (org_id, id, session_id, rater_id, answers, saved_at)
    values (${orgId}, ${newId()}, ${session.id}, ${raterId}, ${JSON.stringify(answers)}::jsonb, ${now})
    on conflict (org_id, session_id, rater_id) do update set answers = excluded.answers, saved_at = excluded.saved_at, version = h.version + 1`.execute(
    db,
  );
  if (session.guideId === null)
    await sql`update field_session set guide_id = ${guide.id} where org_id = ${orgId} and id = ${session.id}`.execute(db);
}

async function ownSheet(call: Call, { session, raterId }: Desk): Promise<FieldSheet> {
  const sheet = (await readSheets(call, session.id)).find((one) => one.raterId === raterId);
  if (sheet === undefined) throw new Error('a sheet was not stored');
  return sheetOf(sheet);
}
