import type { QuarantineReason } from '@zhiheng/contract/measurement/observations';
import type { Operation } from '../../../platform/operation.ts';

/** Which quarantined rows somebody means: these, or all open ones that fit. */
export interface QuarantineChoice {
  readonly ids?: readonly string[] | undefined;
  readonly reason?: QuarantineReason | undefined;
  readonly importId?: string | undefined;
}

/** Ids of the chosen rows that are still open. */
export function openQuarantine({ db, orgId }: Operation, choice: QuarantineChoice) {
  return db
    .selectFrom('quarantine')
    .where('org_id', '=', orgId)
    .where('state', '=', 'open')
    .$if(choice.ids !== undefined, (query) => query.where('id', 'in', (choice.ids ?? []).length === 0 ? [''] : [...(choice.ids ?? [])]))
    .$if(choice.reason !== undefined, (query) => query.where('reason', '=', choice.reason ?? ''))
    .$if(choice.importId !== undefined, (query) => query.where('import_id', '=', choice.importId ?? ''));
}
