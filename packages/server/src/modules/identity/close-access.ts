import type { Operation } from '../../platform/operation.ts';
import { dropOpenLinks } from './access-link.ts';

/** Whoever is disabled or deleted is out at once, and no link of theirs opens again. */
export async function closeAccess(operation: Pick<Operation, 'db' | 'orgId'>, accountId: string): Promise<void> {
  await operation.db.deleteFrom('session').where('org_id', '=', operation.orgId).where('account_id', '=', accountId).execute();
  await dropOpenLinks(operation, accountId);
}
