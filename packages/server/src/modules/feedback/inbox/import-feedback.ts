import { sql } from 'kysely';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { importFeedback as endpoint } from '@zhiheng/contract/feedback/feedback';
import { givenFields } from '../../../platform/changes-between.ts';
import type { Call, Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { readReviews, type Review, type ReviewProblem } from './read-reviews.rules.ts';
import { emptyFeedback, storeFeedback, type NewFeedback } from './store-feedback.ts';

const mostProblems = 200;
const shown = 5;

export async function importFeedback(call: Call, { body }: Parsed<typeof endpoint>): Promise<Reply<typeof endpoint>> {
  const { channel, source, scoreMax, dryRun } = body;
  const reading = { columns: givenFields(body.columns), scoreMax, timeZone: await zoneOf(call), now: call.now };
  const { headings, columns, reviews, problems } = readReviews(body.text, reading);
  const { placed, unplaced } = await place(call, reviews);
  const rows = placed.map(({ review, siteId, serviceId }): NewFeedback => {
    const { recordKey, body: words, author, score, at, tags } = review;
    const places = { siteId, serviceId, scoreMax: score === null ? null : scoreMax };
    return { ...emptyFeedback, ...places, channel, source, recordKey, body: words, author, score, at, tags };
  });
  const fresh = await unknownOf(call, rows);
  if (!dryRun && fresh.length > 0) {
    await storeFeedback(call, fresh);
    await recordEvent(call, {
      type: 'feedback.imported',
      entity: { kind: 'organisation', id: call.orgId, label: source },
      data: { rows: fresh.length, source, channel },
    });
  }
  const all = [...problems, ...unplaced].toSorted((a, b) => a.line - b.line);
  return {
    headings: [...headings],
    columns,
    added: fresh.length,
    unchanged: rows.length - fresh.length,
    refused: all.length,
    problems: all.slice(0, mostProblems),
    sample: rows.slice(0, shown).map(({ author, body: words, score, at }) => ({ author, body: words, score, at: at.toISOString() })),
  };
}

async function zoneOf({ db, orgId }: Operation): Promise<string> {
  const row = await db.selectFrom('organisation').select('time_zone').where('org_id', '=', orgId).executeTakeFirstOrThrow();
  return row.time_zone;
}

interface Placed {
  readonly review: Review;
  readonly siteId: string | null;
  readonly serviceId: string | null;
}

/** Sites and services by code or name. One that nobody knows is a problem of its line: it must not vanish. */
async function place(operation: Operation, reviews: readonly Review[]): Promise<{ placed: Placed[]; unplaced: ReviewProblem[] }> {
  const [sites, services] = [await namesIn(operation, 'site'), await namesIn(operation, 'service')];
  const placed: Placed[] = [];
  const unplaced: ReviewProblem[] = [];
  for (const review of reviews) {
    const siteId = idOf(sites, review.site);
    const serviceId = idOf(services, review.service);
    if (siteId === undefined) unplaced.push({ line: review.line, column: 'site', code: 'unknown_site', value: review.site.slice(0, 60) });
    else if (serviceId === undefined)
      unplaced.push({ line: review.line, column: 'service', code: 'unknown_service', value: review.service.slice(0, 60) });
    else placed.push({ review, siteId, serviceId });
  }
  return { placed, unplaced };
}

const idOf = (names: ReadonlyMap<string, string>, text: string): string | null | undefined =>
  text === '' ? null : names.get(text.toLowerCase());

async function namesIn({ db, orgId }: Operation, table: 'site' | 'service'): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; word: string }>`
    select t.id, w.word from ${sql.table(table)} t cross join lateral (values (t.code), (t.name ->> 'zh'), (t.name ->> 'en')) w (word)
    where t.org_id = ${orgId} and t.deleted_at is null`.execute(db);
  return new Map(rows.map(({ id, word }) => [word.toLowerCase(), id]));
}

/** Those that are not there yet; of lines with the same key the first. */
async function unknownOf({ db, orgId }: Operation, rows: readonly NewFeedback[]): Promise<NewFeedback[]> {
  const [first] = rows;
  if (first === undefined) return [];
  const keys = JSON.stringify(rows.map(({ recordKey }) => recordKey));
  const standing = await sql<{ key: string }>`
    select record_key as key from feedback where org_id = ${orgId} and channel = ${first.channel} and source = ${first.source}
      and record_key in (select jsonb_array_elements_text(${keys}::jsonb))`.execute(db);
  const seen = new Set<string | null>(standing.rows.map(({ key }) => key));
  return rows.filter(({ recordKey }) => !seen.has(recordKey) && seen.add(recordKey));
}
