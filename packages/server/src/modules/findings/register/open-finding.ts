import { sql } from 'kysely';
import type { FindingKind, FindingSeverity, FindingSource } from '@zhiheng/contract/findings/finding-kind';
import type { FindingSlice, OpenedFinding } from '@zhiheng/contract/findings/findings';
import type { LocalProse, LocalText } from '@zhiheng/contract/values/text';
import { newId } from '../../../platform/identifier.ts';
import type { Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { storeEvidence, type GivenEvidence } from '../evidence/store-evidence.ts';
import { entityOf } from './finding-rows.ts';
import { nextFindingNumber } from './finding-number.ts';

/** A finding as a rule, another room or a person hands it in. */
export interface FindingDraft {
  readonly title: LocalText;
  readonly description?: LocalProse | undefined;
  readonly source: FindingSource;
  readonly kind?: FindingKind | null | undefined;
  readonly severity: FindingSeverity;
  readonly slice?: Partial<FindingSlice> | undefined;
  readonly indicator?: string | null | undefined;
  /** what makes two the same beyond source, indicator and slice; needed where neither of these says it */
  readonly key?: string | undefined;
  readonly evidence: readonly GivenEvidence[];
  readonly ownerId?: string | null | undefined;
  readonly dueOn?: string | null | undefined;
  /** when it was seen; now unless said */
  readonly at?: Date | undefined;
  readonly demo?: boolean | undefined;
}

interface Known {
  readonly id: string;
  readonly number: string;
  readonly title: LocalText;
  readonly state: string;
}

/**
 * Opens a finding, once per key. One that is there already takes the evidence instead; one that was closed is opened again. The same evidence
 * again changes nothing, so a rule may look as often as it likes. What was dismissed stays dismissed, and is counted.
 */
export async function openFinding(operation: Operation, draft: FindingDraft): Promise<OpenedFinding> {
  const key = sameKeyOf(draft);
  const id = newId();
  const { rows } = await insertFinding(operation, { draft, key, id });
  if (rows.length === 0) return seeAgain(operation, draft, key);
  const number = await nextFindingNumber(operation);
  await sql`update finding set number = ${number} where org_id = ${operation.orgId} and id = ${id}`.execute(operation.db);
  await storeEvidence(operation, id, draft.evidence);
  const { source, severity, indicator = null } = draft;
  await recordEvent(operation, {
    type: 'finding.opened',
    entity: entityOf({ id, number, title: draft.title }),
    data: { source, severity, indicator, ...placesOf(draft) },
  });
  return { id, number, outcome: 'opened' };
}

/** Source, indicator and slice, or what the source says; a finding with none of these is the same as no other. */
export function sameKeyOf({ source, indicator, key, slice = {} }: FindingDraft): string {
  const place = [slice.serviceId, slice.teamId, slice.siteId, slice.segmentId].map((id) => id ?? '');
  if (key === undefined && (indicator === null || indicator === undefined)) return `${source}|${newId()}`;
  return [source, indicator ?? '', key ?? '', ...place].join('|');
}

const placesOf = ({ slice = {} }: FindingDraft) => ({
  serviceId: slice.serviceId ?? null,
  teamId: slice.teamId ?? null,
  siteId: slice.siteId ?? null,
  segmentId: slice.segmentId ?? null,
});

interface NewFinding {
  readonly draft: FindingDraft;
  readonly key: string;
  readonly id: string;
}

/** Without a number yet: one that is there already takes none. */
function insertFinding({ db, orgId, actor, now }: Operation, { draft, key, id }: NewFinding) {
  const place = placesOf(draft);
  const { description = { zh: '', en: '' }, kind = null, indicator = null, ownerId = null, dueOn = null, at = now, demo = false } = draft;
  return sql`
    insert into finding (org_id, id, number, title, description, source, kind, severity, service_id, team_id, site_id, segment_id, indicator, same_key,
      first_seen, last_seen, owner_id, due_on, opened_by, demo, created_at, updated_at)
    values (${orgId}, ${id}, ${id}, ${JSON.stringify(draft.title)}::jsonb, ${JSON.stringify(description)}::jsonb, ${draft.source}, ${kind}::text,
      ${draft.severity}, ${place.serviceId}::uuid, ${place.teamId}::uuid, ${place.siteId}::uuid, ${place.segmentId}::uuid, ${indicator}::text, ${key},
      ${at}, ${at}, ${ownerId}::uuid, ${dueOn}::date, ${actor.accountId}::uuid, ${demo}, ${now}, ${now})
    on conflict (org_id, same_key) where merged_into is null do nothing returning id`.execute(db);
}

async function seeAgain(operation: Operation, draft: FindingDraft, key: string): Promise<OpenedFinding> {
  const known = await lockByKey(operation, key);
  const { id, number } = known;
  const added = await storeEvidence(operation, id, draft.evidence);
  if (added === 0) return { id, number, outcome: 'known' };
  const returns = known.state === 'closed';
  await writeSeen(operation, draft, { id, returns });
  await recordEvent(operation, {
    type: returns ? 'finding.reopened' : 'finding.merged',
    entity: entityOf(known),
    data: { source: draft.source, evidence: added },
  });
  return { id, number, outcome: returns ? 'reopened' : 'merged' };
}

async function lockByKey({ db, orgId }: Operation, key: string): Promise<Known> {
  const { rows } = await sql<Known>`
    select id, number, title, state from finding
    where org_id = ${orgId} and same_key = ${key} and merged_into is null for no key update`.execute(db);
  const [known] = rows;
  if (known === undefined) throw new RangeError('a key that is taken has its finding');
  return known;
}

/** It grows as severe as it is seen, never less: that is for people to say. */
async function writeSeen(
  { db, orgId, now }: Operation,
  { severity, at = now }: FindingDraft,
  { id, returns }: { readonly id: string; readonly returns: boolean },
): Promise<void> {
  await sql`
    update finding set times = times + 1, last_seen = greatest(last_seen, ${at}::timestamptz), first_seen = least(first_seen, ${at}::timestamptz),
      severity = case when array_position(array['low', 'medium', 'high'], ${severity}::text) > array_position(array['low', 'medium', 'high'], severity)
        then ${severity}::text else severity end,
      state = case when ${returns} then 'open' else state end, closed_at = case when ${returns} then null else closed_at end,
      closed_by = case when ${returns} then null else closed_by end, reopened = reopened + ${returns ? 1 : 0}, version = version + 1, updated_at = ${now}
    where org_id = ${orgId} and id = ${id}`.execute(db);
}
