import { sql, type RawBuilder } from 'kysely';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { changeFeedback as endpoint, FeedbackChange } from '@zhiheng/contract/feedback/feedback';
import { invalidField } from '../../../platform/errors.ts';
import { givenFields } from '../../../platform/changes-between.ts';
import type { Call, Operation } from '../../../platform/operation.ts';
import { recordEvents } from '../../../platform/record-event.ts';
import { judgeAgain } from '../themes/judge-again.ts';
import { changedTags, judgedBy, refusalOf, type Changeable } from './change.rules.ts';
import { checkPlaces } from './check-places.ts';
import { entityOf } from './read-feedback.ts';

type Row = Changeable & Parameters<typeof entityOf>[0];

export async function changeFeedback(call: Call, { body }: Parsed<typeof endpoint>): Promise<Reply<typeof endpoint>> {
  const { change } = body;
  await checkPlaces(call, change, 'change.');
  await checkThemes(call, change.themeIds);
  const rows = await lockRows(call, [...new Set(body.ids)]);
  const known = new Set(rows.map(({ id }) => id));
  const verdicts = rows.map((row) => ({ row, code: change.state === undefined ? null : refusalOf(row, change.state) }));
  const refused = [
    ...body.ids.filter((id) => !known.has(id)).map((id) => ({ id, code: 'not_found' })),
    ...verdicts.flatMap(({ row, code }) => (code === null ? [] : [{ id: row.id, code }])),
  ];
  const allowed = verdicts.flatMap(({ row, code }) => (code === null ? [row] : []));
  await write(call, allowed, change);
  const data = givenFields(change);
  await recordEvents(
    call,
    allowed.map((row) => ({ type: 'feedback.changed' as const, entity: entityOf(row), data })),
  );
  return { changed: allowed.length, refused };
}

async function lockRows({ db, orgId }: Operation, ids: readonly string[]): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select f.id, f.source, f.channel, f.state, f.owner_id as "ownerId", f.tags, f.case_id as "caseId",
      exists (select from feedback_answer a where a.org_id = ${orgId} and a.feedback_id = f.id) as answered
    from feedback f where f.org_id = ${orgId} and f.id = any(${ids}::uuid[]) order by f.id for no key update of f`.execute(db);
  return rows;
}

async function checkThemes({ db, orgId }: Operation, ids: FeedbackChange['themeIds']): Promise<void> {
  if (ids === undefined || ids === null || ids.length === 0) return;
  const { rows } = await sql<{ id: string }>`
    select id from feedback_theme where org_id = ${orgId} and not retired and id = any(${ids}::uuid[])`.execute(db);
  const known = new Set(rows.map(({ id }) => id));
  const wrong = ids.findIndex((id) => !known.has(id));
  if (wrong >= 0) throw invalidField(`change.themeIds.${wrong}`, 'unknown_theme');
}

async function write(operation: Operation, rows: readonly Row[], change: FeedbackChange): Promise<void> {
  if (rows.length === 0) return;
  const ids = rows.map(({ id }) => id);
  const sets = assignments(operation, change);
  if (change.addTags !== undefined || change.removeTags !== undefined) await writeTags(operation, rows, change);
  if (sets.length > 0)
    await sql`update feedback set ${sql.join(sets)} where org_id = ${operation.orgId} and id = any(${ids}::uuid[])`.execute(operation.db);
  // What is given back to the rules is judged by them now.
  if (change.themeIds === null || change.polarity === null) await judgeAgain(operation, sql`f.id = any(${ids}::uuid[])`);
}

function assignments({ now }: Operation, change: FeedbackChange): RawBuilder<unknown>[] {
  const { state, ownerId, themeIds, polarity } = change;
  const places = { service_id: change.serviceId, site_id: change.siteId, team_id: change.teamId, segment_id: change.segmentId };
  return [
    ...(state === undefined ? [] : [sql`state = ${state}`]),
    ...(ownerId === undefined ? [] : [sql`owner_id = ${ownerId}`]),
    ...Object.entries(places).flatMap(([column, id]) => (id === undefined ? [] : [sql`${sql.ref(column)} = ${id}`])),
    ...(themeIds === undefined ? [] : [sql`theme_ids = ${themeIds ?? []}::uuid[], themes_by = ${themeIds === null ? 'rule' : 'hand'}`]),
    ...(polarity === undefined
      ? []
      : [sql`polarity = ${polarity}, polarity_by = ${judgedBy(polarity)}, probability = null, judged_at = ${now}`]),
  ];
}

async function writeTags({ db, orgId }: Operation, rows: readonly Row[], change: FeedbackChange): Promise<void> {
  const changed = JSON.stringify(rows.map(({ id, tags }) => ({ id, tags: changedTags(tags, change) })));
  await sql`update feedback f set tags = r.tags from jsonb_to_recordset(${changed}::jsonb) as r (id uuid, tags text[])
    where f.org_id = ${orgId} and f.id = r.id`.execute(db);
}
