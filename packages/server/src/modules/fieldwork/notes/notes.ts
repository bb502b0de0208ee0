import { sql } from 'kysely';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { FieldNotes, getFieldNotes as getEndpoint, saveFieldNotes as saveEndpoint } from '@zhiheng/contract/fieldwork/sessions';
import { changedMeanwhile } from '../../../platform/errors.ts';
import type { Call, Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { lockSession, mayConduct, readSession, requireConductor } from '../sessions/read-session.ts';
import { entityOf } from '../sessions/session-rows.ts';
import { anchorIn, changeBetween, expectedStart } from './anchor-quotes.rules.ts';

export async function getNotes(operation: Operation, { params }: Pick<Parsed<typeof getEndpoint>, 'params'>): Promise<FieldNotes> {
  const session = await readSession(operation, params.id);
  return { ...(await readNotes(operation, params.id)), mayWrite: mayConduct(operation, session) };
}

/** What is noted in a session, with the version that a change must name. */
export async function readNotes({ db, orgId }: Operation, sessionId: string): Promise<Omit<FieldNotes, 'mayWrite'>> {
  const { rows } = await sql<Omit<FieldNotes, 'mayWrite' | 'savedAt'> & { readonly savedAt: Date | null }>`
    select e.notes as text, e.notes_version as version, e.notes_saved_at as "savedAt", a.name as "savedBy"
    from field_session e left join account a on a.org_id = ${orgId} and a.id = e.notes_saved_by
    where e.org_id = ${orgId} and e.id = ${sessionId}`.execute(db);
  const [{ savedAt, ...notes } = { text: '', version: 1, savedAt: null, savedBy: null }] = rows;
  return { ...notes, savedAt: savedAt?.toISOString() ?? null };
}

/** Quotes go with their words; those whose words are gone stay, and are said to be lost. */
export async function saveNotes(
  call: Call,
  { params, body }: Pick<Parsed<typeof saveEndpoint>, 'params' | 'body'>,
): Promise<Reply<typeof saveEndpoint>> {
  const session = await lockSession(call, params.id);
  requireConductor(call, session);
  const before = await readNotes(call, params.id);
  if (before.version !== body.version) throw changedMeanwhile();
  const lost = await anchorQuotes(call, params.id, { before: before.text, after: body.text });
  if (before.text === body.text) return { ...before, mayWrite: true, lost };
  const { db, orgId, now, actor } = call;
  await sql`
    update field_session set notes = ${body.text}, notes_version = notes_version + 1, notes_saved_at = ${now}, notes_saved_by = ${actor.accountId}::uuid
    where org_id = ${orgId} and id = ${params.id}`.execute(db);
  await recordEvent(call, { type: 'fieldwork.notes-saved', entity: entityOf(session), data: { signs: body.text.length, lost } });
  return { ...(await readNotes(call, params.id)), mayWrite: true, lost };
}

interface Rewriting {
  readonly before: string;
  readonly after: string;
}

/** Returns how many quotes are lost now. */
async function anchorQuotes({ db, orgId, now }: Call, sessionId: string, { before, after }: Rewriting): Promise<number> {
  const { rows } = await sql<{ id: string; start: number; end: number; text: string; lost: boolean }>`
    select id, begins as start, ends as end, text, lost from field_quote where org_id = ${orgId} and session_id = ${sessionId}`.execute(db);
  const change = changeBetween(before, after);
  const anchored = rows.map((row) => ({ ...row, now: anchorIn(after, { start: expectedStart(row.start, change), text: row.text }) }));
  const moved = anchored.filter((row) => row.now.start !== row.start || row.now.lost !== row.lost);
  const changes = JSON.stringify(
    moved.map((row) => ({ id: row.id, ...(row.now.lost ? { start: row.start, end: row.end, lost: true } : row.now) })),
  );
  if (moved.length > 0)
    await sql`
      update field_quote q set begins = r.start, ends = r.end, lost = r.lost, version = q.version + 1, updated_at = ${now}
      from jsonb_to_recordset(${changes}::jsonb) as r (id uuid, start int4, "end" int4, lost boolean)
      where q.org_id = ${orgId} and q.id = r.id`.execute(db);
  return anchored.filter((row) => row.now.lost).length;
}
