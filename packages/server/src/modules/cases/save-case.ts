import { sql } from 'kysely';
import type { z } from 'zod';
import type { caseChannel } from '@zhiheng/contract/cases/case';
import { newId } from '../../platform/identifier.ts';
import { recordEvents, type EventDraft } from '../../platform/record-event.ts';
import { ruleChange } from './assignment/assign-case.ts';
import { announceCase } from './announce-case.ts';
import { appendClockEvent, countCases } from './count-cases.ts';
import type { Opener } from './case-number.ts';
import type { CaseState } from './case-state.ts';
import { textsOf } from './fields/custom-values.rules.ts';
import { observeCases } from './observations/observe-cases.ts';
import { wordsIn } from '../../platform/database/search-words.rules.ts';
import { firstFollowUp, planFollowUp, type PlannedContact } from './schedule-follow-up.ts';
import { planSave, type CaseChange, type EntryDraft, type SavePlan } from './plan-save.rules.ts';

/** An entry of the thread with what stands in it. */
export interface WrittenEntry extends EntryDraft {
  readonly body: string;
  readonly channel: z.infer<typeof caseChannel> | null;
  readonly mentions: readonly string[];
  readonly attachmentIds: readonly string[];
  /** of a message from outside; those of the house are named by their account */
  readonly authorName?: string;
  /** of a mail */
  readonly messageId?: string;
  readonly delivery?: 'sent' | 'waiting' | 'failed';
  /** the merged case whose customer wrote it */
  readonly fromCase?: string;
}

export interface Save extends CaseChange {
  readonly entry?: WrittenEntry;
  /** names of the rules that had a say */
  readonly assignedBy?: readonly string[];
  /** the contact to plan when it comes to that, in place of the usual one */
  readonly followUp?: PlannedContact;
}

/** Writes one save of a case that the caller holds: row, thread, clocks, events. Returns the case as it is after; a save that changes nothing writes nothing. */
export async function saveCase(operation: Opener, before: CaseState, save: Save): Promise<CaseState> {
  const plan = withRules(planSave(before, save, operation.now), save.assignedBy ?? []);
  const changed = Object.keys(plan.changes).length > 0;
  if (!changed && save.entry === undefined && plan.clockEvent === null) return before;
  const after = { ...plan.after, version: before.version + 1 };
  await updateRow(
    operation,
    after,
    Object.keys(plan.changes).some((field) => foundBy.includes(field.split('.')[0] ?? '')),
  );
  if (after.status === 'following-up' && before.status !== 'following-up')
    await planFollowUp(operation, after.id, save.followUp ?? (await firstFollowUp(operation)));
  if (changed) await writeChanges(operation, after, plan);
  if (save.entry !== undefined) await writeEntry(operation, after, save.entry);
  await recordEvents(operation, eventsOf(after, plan, save.entry));
  await countSave(operation, after, plan);
  announceCase(operation, after.id);
  return after;
}

const withRules = (plan: SavePlan, assignedBy: readonly string[]): SavePlan =>
  assignedBy.length === 0 ? plan : { ...plan, changes: { ...plan.changes, ...ruleChange(assignedBy) } };

/** What the clocks need not know may still be counted, such as the site. */
async function countSave(operation: Opener, after: CaseState, { clockEvent, changes }: SavePlan): Promise<void> {
  if (clockEvent !== null) {
    await appendClockEvent(operation, after.id, clockEvent);
    await countCases(operation, [after]);
  } else if (Object.keys(changes).length > 0) await observeCases(operation, [after.id]);
}

function eventsOf({ id, number }: CaseState, { changes }: SavePlan, entry: WrittenEntry | undefined): EventDraft[] {
  const entity = { kind: 'case', id, label: number };
  return [
    ...(Object.keys(changes).length > 0 ? [{ type: 'case.changed' as const, entity, data: { ...changes } }] : []),
    ...(entry === undefined ? [] : [{ type: 'case.entry-added' as const, entity, data: { kind: entry.kind, mentions: entry.mentions } }]),
  ];
}

/** Fields whose words a search finds. */
const foundBy = ['subject', 'description', 'contactName', 'tags', 'custom'];

async function updateRow({ db, orgId, now }: Opener, after: CaseState, reworded: boolean): Promise<void> {
  const words = reworded
    ? wordsIn([after.subject, after.description, after.contactName, ...after.tags, textsOf(after.custom)].join(' '))
    : [];
  await sql`/* save-case */
    update service_case set type = ${after.type}, subject = ${after.subject}, description = ${after.description}, status = ${after.status},
      priority = ${after.priority}, severity = ${after.severity}, service_id = ${after.serviceId}, category_id = ${after.categoryId},
      site_id = ${after.siteId}, customer_id = ${after.customerId}, segment_id = ${after.segmentId}, contract_id = ${after.contractId},
      contact_name = ${after.contactName}, contact_email = ${after.contactEmail}, contact_phone = ${after.contactPhone}, team_id = ${after.teamId},
      assignee_id = ${after.assigneeId}, supplier_id = ${after.supplierId}, cause = ${after.cause}, complaint_kind = ${after.complaintKind},
      remedy = ${after.remedy}, restricted = ${after.restricted}, custom = ${JSON.stringify(after.custom)}, tags = ${[...after.tags]},
      language = ${after.language}, first_replied_at = ${after.firstRepliedAt}, resolved_at = ${after.resolvedAt}, closed_at = ${after.closedAt},
      reopened = ${after.reopened}, last_from = ${after.lastFrom}, merged_into = ${after.mergedInto}, version = ${after.version}, updated_at = ${now},
      words = case when length(words) < ${mostWords}::int4 then words || array_to_tsvector(${words}::text[]) else words end
    where org_id = ${orgId} and id = ${after.id}`.execute(db);
}

/** A row's vector holds at most 1 MB; a thread longer than this is found by how it began. */
const mostWords = 8000;

const authorOf = ({ actor }: Opener) => ({ author_kind: actor.kind, author_id: actor.id });

async function writeChanges(operation: Opener, { id, version }: CaseState, { changes }: SavePlan): Promise<void> {
  const { db, orgId, now } = operation;
  const list = Object.entries(changes).map(([field, change]) => ({ field, ...change }));
  const row = { org_id: orgId, case_id: id, id: newId(), at: now, kind: 'change', case_version: version, changes: JSON.stringify(list) };
  await db
    .insertInto('case_entry')
    .values({ ...row, ...authorOf(operation) })
    .execute();
}

async function writeEntry(operation: Opener, { id, version }: CaseState, entry: WrittenEntry): Promise<void> {
  const { db, orgId, now } = operation;
  const entryId = newId();
  const author = entry.from === 'team' ? authorOf(operation) : { author_kind: entry.from, author_id: null };
  const { kind, channel, body, messageId, delivery } = entry;
  const row = {
    org_id: orgId,
    case_id: id,
    id: entryId,
    at: now,
    kind,
    channel,
    body,
    case_version: version,
    mentions: [...entry.mentions],
  };
  await db
    .insertInto('case_entry')
    .values({
      ...row,
      ...author,
      author_name: entry.authorName ?? '',
      message_id: messageId ?? null,
      delivery: delivery ?? null,
      from_case: entry.fromCase ?? null,
    })
    .execute();
  const words = wordsIn(body);
  await sql`update service_case set words = words || array_to_tsvector(${words}::text[])
    where org_id = ${orgId} and id = ${id} and length(words) < ${mostWords}`.execute(db);
  if (entry.attachmentIds.length > 0) {
    await sql`update case_attachment set case_id = ${id}, entry_id = ${entryId}
      where org_id = ${orgId} and id = any(${[...entry.attachmentIds]}::uuid[])`.execute(db);
  }
}
