import { sql } from 'kysely';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type {
  createFieldQuote as createEndpoint,
  deleteFieldQuote as deleteEndpoint,
  FieldQuote,
  updateFieldQuote as updateEndpoint,
} from '@zhiheng/contract/fieldwork/codes';
import { changesBetween, givenFields } from '../../../platform/changes-between.ts';
import { changedMeanwhile, invalidField } from '../../../platform/errors.ts';
import { newId } from '../../../platform/identifier.ts';
import type { Call } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { readCodes } from '../codes/code-rows.ts';
import { readNotes } from '../notes/notes.ts';
import { lockSession, type StoredSession } from '../sessions/read-session.ts';
import { entityOf, findQuote, lockQuote, lockQuoteVersion } from './quote-rows.ts';

const longest = 10_000;

export async function createQuote(
  call: Call,
  { params, body }: Pick<Parsed<typeof createEndpoint>, 'params' | 'body'>,
): Promise<FieldQuote> {
  const session = await lockSession(call, params.id);
  const { notesVersion, start, end, memo, codeIds } = body;
  const text = await passage(call, session.id, { notesVersion, start, end });
  await checkCodes(call, session, codeIds);
  const id = newId();
  const { db, orgId, now, actor } = call;
  await sql`
    insert into field_quote (org_id, id, session_id, begins, ends, text, memo, coder_id, created_at, updated_at)
    values (${orgId}, ${id}, ${session.id}, ${start}, ${end}, ${text}, ${memo}, ${actor.accountId}::uuid, ${now}, ${now})`.execute(db);
  await writeCodes(call, id, codeIds);
  await recordEvent(call, { type: 'fieldwork.quote-made', entity: entityOf({ id }, session), data: { codeIds } });
  return findQuote(call, id);
}

export async function updateQuote(
  call: Call,
  { params, body }: Pick<Parsed<typeof updateEndpoint>, 'params' | 'body'>,
): Promise<FieldQuote> {
  const { quote: before, session } = await lockQuoteVersion(call, params.id, body.version);
  const place = await placeOf(call, before, body);
  const { codeIds = before.codeIds, memo = before.memo } = body;
  await checkCodes(call, session, codeIds);
  const after = { ...before, ...place, codeIds, memo };
  const { codeIds: codes, start, end, lost, memo: said } = changesBetween(before, after);
  // The memo may name people as the words do: the log says that it was changed.
  const changes = { ...givenFields({ codes, start, end, lost }), ...(said !== undefined && { memo: true }) };
  if (Object.keys(changes).length === 0) return before;
  await sql`
    update field_quote set begins = ${after.start}, ends = ${after.end}, text = ${after.text}, lost = ${after.lost}, memo = ${memo},
      version = version + 1, updated_at = ${call.now} where org_id = ${call.orgId} and id = ${before.id}`.execute(call.db);
  await writeCodes(call, before.id, codeIds);
  await recordEvent(call, { type: 'fieldwork.quote-changed', entity: entityOf(before, session), data: changes });
  return findQuote(call, before.id);
}

type Place = Pick<FieldQuote, 'start' | 'end' | 'text' | 'lost'>;

async function placeOf(call: Call, before: FieldQuote, body: Parsed<typeof updateEndpoint>['body']): Promise<Place> {
  const { notesVersion, start, end } = body;
  if (start === undefined && end === undefined) return before;
  if (start === undefined || end === undefined || notesVersion === undefined) throw invalidField('notesVersion', 'required');
  await lockSession(call, before.sessionId);
  return { start, end, text: await passage(call, before.sessionId, { notesVersion, start, end }), lost: false };
}

interface Marked {
  readonly notesVersion: number;
  readonly start: number;
  readonly end: number;
}

/** The words that were marked. Throws when the notes are others by now: the marks would mean something else. */
async function passage(call: Call, sessionId: string, { notesVersion, start, end }: Marked): Promise<string> {
  const notes = await readNotes(call, sessionId);
  if (notes.version !== notesVersion) throw changedMeanwhile();
  if (end <= start || end > notes.text.length) throw invalidField('end', 'outside_notes');
  const text = notes.text.slice(start, end);
  if (text.trim() === '') throw invalidField('start', 'empty_passage');
  if (text.length > longest) throw invalidField('end', 'too_long', { maximum: longest });
  if (/\p{Surrogate}/u.test(text)) throw invalidField('start', 'half_a_sign');
  return text;
}

async function checkCodes(call: Call, { studyId }: StoredSession, codeIds: readonly string[]): Promise<void> {
  const known = new Set((await readCodes(call, studyId)).map(({ id }) => id));
  const wrong = codeIds.findIndex((id, at) => !known.has(id) || codeIds.indexOf(id) !== at);
  if (wrong >= 0) throw invalidField(`codeIds.${wrong}`, 'unknown_code');
}

async function writeCodes({ db, orgId }: Call, quoteId: string, codeIds: readonly string[]): Promise<void> {
  await sql`delete from field_quote_code where org_id = ${orgId} and quote_id = ${quoteId}`.execute(db);
  await sql`insert into field_quote_code (org_id, quote_id, code_id)
    select ${orgId}, ${quoteId}, c from unnest(${[...codeIds]}::uuid[]) c`.execute(db);
}

/** What was sent to the inbox of feedback stays there. */
export async function deleteQuote(call: Call, { params }: Pick<Parsed<typeof deleteEndpoint>, 'params'>): Promise<{ ok: true }> {
  const { quote, session } = await lockQuote(call, params.id);
  await sql`delete from field_quote where org_id = ${call.orgId} and id = ${quote.id}`.execute(call.db);
  await recordEvent(call, { type: 'fieldwork.quote-deleted', entity: entityOf(quote, session) });
  return { ok: true };
}
