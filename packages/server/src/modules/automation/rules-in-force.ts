import type { AutomationDefinition } from '@zhiheng/contract/automation/automation';
import type { Operation } from '../../platform/operation.ts';

/** A rule as its row has it. */
export interface RuleRow {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
  readonly version: number;
  readonly definition: AutomationDefinition;
}

/** Rules that are switched on, in their order. */
export async function rulesInForce({ db, orgId }: Operation): Promise<RuleRow[]> {
  const rows = await db
    .selectFrom('automation_rule')
    .select(['id', 'name', 'active', 'version', 'definition'])
    .where('org_id', '=', orgId)
    .where('active', '=', true)
    .where('deleted_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, definition: row.definition as unknown as AutomationDefinition }));
}
