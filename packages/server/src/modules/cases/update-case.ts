import { sql } from 'kysely';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type { CaseStatus, ServiceCase } from '@zhiheng/contract/cases/case';
import type { updateCase as endpoint } from '@zhiheng/contract/cases/cases';
import { givenFields } from '../../platform/changes-between.ts';
import { conflict, invalid, invalidField } from '../../platform/errors.ts';
import type { Call } from '../../platform/operation.ts';
import { reassign } from './assignment/assign-case.ts';
import { lockCase, type CaseFieldValues, type CaseState } from './case-state.ts';
import { checkReferences, type References } from './complete-draft.ts';
import { conflictOf } from './conflict-of-case.ts';
import { checkCustom } from './fields/check-custom.ts';
import { confirmationOf, readCase } from './read-case.ts';
import { readFollowUps } from './read-follow-ups.ts';
import { saveCase, type WrittenEntry } from './save-case.ts';
import { isLooped, judgeStatus } from './status.rules.ts';

type Body = Parsed<typeof endpoint>['body'];

export async function updateCase(call: Call, { params, body }: Parsed<typeof endpoint>): Promise<ServiceCase> {
  const before = await lockCase(call, params.id);
  const { version, status, entry, replyNotNeeded, ...given } = body;
  if (version !== before.version) throw await conflictOf(call, before, version);
  const named = await withCustom(call, before, await checkedFields(call, before, givenFields(given)));
  const { fields, assignedBy } = await reassign(call, before, named);
  if (status !== undefined && status !== before.status)
    await checkStatus(call, { ...before, ...fields }, { to: status, replies: entry?.kind === 'reply' });
  await saveCase(call, before, {
    fields,
    assignedBy,
    ...(status !== undefined && { status }),
    ...(entry !== undefined && { entry: await checkedEntry(call, params.id, entry) }),
    ...(replyNotNeeded && { replyNotNeeded }),
  });
  return readCase(call, sql`c.id = ${params.id}`);
}

/** A complaint cannot become a question to escape its loop; what the change newly names must be there. */
export async function checkedFields(
  call: Pick<Call, 'db' | 'orgId'>,
  before: CaseState,
  fields: Partial<CaseFieldValues>,
): Promise<Partial<CaseFieldValues>> {
  if (before.status === 'merged') throw conflict('case_merged');
  if (fields.type !== undefined && isLooped(before.type) && !isLooped(fields.type)) throw invalidField('type', 'loop_not_left');
  const named = Object.fromEntries(referring.map((field) => [field, changed(fields[field], before[field])]));
  if (Object.values(named).every((value) => value === null)) {
    return fields.customerId === null ? { ...fields, segmentId: null } : fields;
  }
  const { segmentId } = await checkReferences(call, named as unknown as References);
  return named.customerId === null ? fields : { ...fields, segmentId };
}

/** Values of the organisation's own fields are checked and join those that stay. */
async function withCustom(call: Call, before: CaseState, fields: Partial<CaseFieldValues>): Promise<Partial<CaseFieldValues>> {
  const { custom, type = before.type } = fields;
  return custom === undefined ? fields : { ...fields, custom: await checkCustom(call, before, { type, custom }) };
}

const referring = ['customerId', 'serviceId', 'categoryId', 'teamId', 'assigneeId', 'siteId', 'supplierId', 'contractId'] as const;
const changed = (after: string | null | undefined, before: string | null): string | null =>
  after === undefined || after === before ? null : after;

/** Refuses a status that the case may not take now, and says why. */
export async function checkStatus(
  call: Pick<Call, 'db' | 'orgId'>,
  state: CaseState,
  { to, replies = false }: { readonly to: CaseStatus; readonly replies?: boolean },
): Promise<void> {
  const confirmed = isLooped(state.type) ? confirmationOf(await readFollowUps(call, state.id), state.resolvedAt) : null;
  const firstRepliedAt = state.firstRepliedAt ?? (replies ? new Date() : null);
  const verdict = judgeStatus({ ...state, firstRepliedAt, confirmed }, to);
  if (verdict.kind === 'refused') throw conflict(verdict.code, { from: state.status, to });
}

async function checkedEntry(call: Call, caseId: string, entry: NonNullable<Body['entry']>): Promise<WrittenEntry> {
  const { kind, body, channel = null } = entry;
  const [mentions, attachmentIds] = [[...new Set(entry.mentions)], [...new Set(entry.attachmentIds)]];
  const { rows } = await sql<{ accounts: string[]; attachments: string[] }>`
    select array(select id from account where org_id = ${call.orgId} and id = any(${mentions}::uuid[]) and deleted_at is null) as accounts,
      array(select id from case_attachment where org_id = ${call.orgId} and id = any(${attachmentIds}::uuid[]) and entry_id is null
        and (case_id is null or case_id = ${caseId})) as attachments`.execute(call.db);
  const { accounts = [], attachments = [] } = rows[0] ?? {};
  const wrong = [
    ...mentions.filter((id) => !accounts.includes(id)).map(() => ({ path: 'entry.mentions', code: 'unknown_account' })),
    ...attachmentIds.filter((id) => !attachments.includes(id)).map(() => ({ path: 'entry.attachmentIds', code: 'unknown_attachment' })),
  ];
  if (wrong.length > 0) throw invalid(wrong);
  return { kind, from: 'team', body, channel, mentions, attachmentIds };
}
