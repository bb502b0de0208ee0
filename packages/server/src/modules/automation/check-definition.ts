import { sql } from 'kysely';
import type { AutomationAction, AutomationDefinition } from '@zhiheng/contract/automation/automation';
import { invalid } from '../../platform/errors.ts';
import type { Operation } from '../../platform/operation.ts';

interface Known {
  readonly teams: readonly string[];
  readonly accounts: readonly string[];
  readonly categories: readonly string[];
}

/** What actions name must be there, and actions on a case need events of cases. */
export async function checkDefinition({ db, orgId }: Operation, { eventTypes, actions }: AutomationDefinition): Promise<void> {
  const { rows } = await sql<Known>`
    select array(select id from team where org_id = ${orgId} and deleted_at is null) as teams,
      array(select id from account where org_id = ${orgId} and deleted_at is null) as accounts,
      array(select id from case_category where org_id = ${orgId} and deleted_at is null) as categories`.execute(db);
  const known = rows[0] ?? { teams: [], accounts: [], categories: [] };
  const ofCases = eventTypes.every((type) => type.startsWith('case.'));
  const wrong = actions.flatMap((action, at) =>
    [...(ofCases || !needsCase(action) ? [] : ['needs_case']), ...missing(action, known)].map((code) => ({
      path: `definition.actions.${at}`,
      code,
    })),
  );
  if (wrong.length > 0) throw invalid(wrong);
}

const needsCase = (action: AutomationAction): boolean => (action.kind === 'notify' ? action.roles.length > 0 : action.kind !== 'open-case');

const unknown = (all: readonly string[], code: string, ids: readonly (string | null | undefined)[]): string[] =>
  ids.some((id) => id !== null && id !== undefined && !all.includes(id)) ? [code] : [];

function missing(action: AutomationAction, { teams, accounts, categories }: Known): string[] {
  switch (action.kind) {
    case 'change-case':
      return [
        ...unknown(teams, 'unknown_team', [action.change.teamId]),
        ...unknown(accounts, 'unknown_account', [action.change.assigneeId]),
        ...unknown(categories, 'unknown_category', [action.change.categoryId]),
      ];
    case 'notify':
      return action.roles.length + action.accountIds.length === 0
        ? ['nobody_named']
        : unknown(accounts, 'unknown_account', action.accountIds);
    case 'open-case':
      return unknown(teams, 'unknown_team', [action.teamId]);
    default:
      return [];
  }
}
