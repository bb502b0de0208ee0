import { sql } from 'kysely';
import type { AssignmentRule } from '@zhiheng/contract/cases/assignment';
import { changesBetween } from '../../../platform/changes-between.ts';
import { newId } from '../../../platform/identifier.ts';
import type { Operation } from '../../../platform/operation.ts';
import type { CaseFieldValues, CaseState } from '../case-state.ts';
import type { CompletedDraft } from '../complete-draft.ts';
import { decide, moreUrgent } from './assignment.rules.ts';
import { choosePerson } from './choose-person.ts';
import { valuesOf, type TestedFacts } from './rule-tests.rules.ts';

type Scope = Pick<Operation, 'db' | 'orgId'>;

interface AssignedDraft {
  readonly draft: CompletedDraft;
  /** names of the rules that had a say */
  readonly assignedBy: readonly string[];
  /** what they changed, by field */
  readonly changes: Readonly<Record<string, { readonly from: unknown; readonly to: unknown }>>;
}

/** Gives a new case what the rules say: team and person where nobody has chosen, tags, and at least their priority. */
export async function assignDraft(scope: Scope, draft: CompletedDraft, chosen: Pick<CompletedDraft, 'teamId'>): Promise<AssignedDraft> {
  const { assignmentRules } = draft.house;
  if (assignmentRules.length === 0) return { draft, ...untouched };
  const said = decide(assignmentRules, caseFacts(draft, await categoriesAbove(scope, [draft.categoryId])));
  if (said.names.length === 0) return { draft, ...untouched };
  const teamId = chosen.teamId ?? said.teamId ?? draft.teamId;
  const assigneeId = draft.assigneeId ?? (await choosePerson(scope, teamId, said.person));
  const priority = moreUrgent(draft.priority, said.priority) ?? draft.priority;
  const given = { teamId, assigneeId, priority, tags: joined(draft.tags, said.tags) };
  return { draft: { ...draft, ...given }, assignedBy: said.names, changes: changesBetween<Partial<CompletedDraft>>(draft, given) };
}

const untouched = { assignedBy: [], changes: {} };

/** Says in the thread of a new case which rules assigned it. */
export async function noteAssignment({ db, orgId, now }: Operation, caseId: string, { assignedBy, changes }: AssignedDraft): Promise<void> {
  if (assignedBy.length === 0) return;
  const list = Object.entries({ ...changes, ...ruleChange(assignedBy) }).map(([field, change]) => ({ field, ...change }));
  const row = {
    org_id: orgId,
    case_id: caseId,
    id: newId(),
    at: now,
    kind: 'change',
    author_kind: 'system',
    changes: JSON.stringify(list),
  };
  await db.insertInto('case_entry').values(row).execute();
}

/** How a change says which rules made it. */
export const ruleChange = (assignedBy: readonly string[]) => ({ rule: { from: null, to: assignedBy.join(', ') } });

interface Reassigned {
  readonly fields: Partial<CaseFieldValues>;
  readonly assignedBy: readonly string[];
}

/** A case that gets another category is assigned anew; what the same save names by hand stays. */
export async function reassign(scope: Scope, before: CaseState, fields: Partial<CaseFieldValues>): Promise<Reassigned> {
  if ((fields.categoryId ?? before.categoryId) === before.categoryId) return { fields, assignedBy: [] };
  const rules = await readRules(scope);
  if (rules.length === 0) return { fields, assignedBy: [] };
  const after = { ...before, ...fields };
  const said = decide(rules, caseFacts(after, await categoriesAbove(scope, [after.categoryId]), Object.keys(fields)));
  if (said.names.length === 0) return { fields, assignedBy: [] };
  const teamId = fields.teamId === undefined ? (said.teamId ?? before.teamId) : fields.teamId;
  const person = fields.assigneeId === undefined ? await choosePerson(scope, teamId, said.person) : fields.assigneeId;
  const priority = moreUrgent(after.priority, said.priority) ?? after.priority;
  const given = { teamId, assigneeId: person ?? after.assigneeId, priority, tags: joined(after.tags, said.tags) };
  return { fields: { ...fields, ...given }, assignedBy: said.names };
}

const mostTags = 30;
const joined = (tags: readonly string[], more: readonly string[]): readonly string[] => [...new Set([...tags, ...more])].slice(0, mostTags);

async function readRules({ db, orgId }: Scope): Promise<readonly AssignmentRule[]> {
  const row = await db.selectFrom('assignment_rules').select('rules').where('org_id', '=', orgId).executeTakeFirst();
  return (row?.rules ?? []) as unknown as AssignmentRule[];
}

/** Each category with all that stand above it. */
export async function categoriesAbove(
  { db, orgId }: Scope,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const asked = [...new Set(ids.filter((id) => id !== null))];
  if (asked.length === 0) return new Map();
  const { rows } = await sql<{ id: string; path: string[] }>`
    with recursive above as (
      select id as start, id, parent_id from case_category where org_id = ${orgId} and id = any(${asked}::uuid[])
      union select above.start, k.id, k.parent_id from case_category k join above on k.id = above.parent_id where k.org_id = ${orgId})
    select start as id, array_agg(id) as path from above group by start`.execute(db);
  return new Map(rows.map(({ id, path }) => [id, path]));
}

/** The fields of a case as rules see them; its category is also every category above it. */
export function caseFacts(
  fields: Pick<CaseFieldValues, 'categoryId'>,
  above: ReadonlyMap<string, readonly string[]>,
  changed: readonly string[] = [],
): TestedFacts {
  const { categoryId } = fields;
  const values = valuesOf({ ...fields });
  return {
    values: { ...values, categoryId: categoryId === null ? [null] : (above.get(categoryId) ?? [categoryId]) },
    changed: new Set(changed),
  };
}
