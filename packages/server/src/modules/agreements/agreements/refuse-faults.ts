import type { Agreement } from '@zhiheng/contract/agreements/agreements';
import type { AgreementDefinition } from '@zhiheng/contract/agreements/policy';
import { invalid } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';
import { policyOf } from '../policy-of.ts';
import { lintReferences } from './lint-references.ts';
import { lintDefinition } from './lint.rules.ts';

/** Refuses a definition with a fault; warnings pass. */
export async function refuseFaults(operation: Operation, agreement: Agreement, definition: AgreementDefinition): Promise<void> {
  const policy = policyOf({ ...agreement, effectiveFrom: operation.now, definition });
  const findings = [...lintDefinition(definition, policy), ...(await lintReferences(operation, definition))];
  const faults = findings.filter(({ severity }) => severity === 'fault');
  if (faults.length > 0) throw invalid(faults.map(({ code, where, params }) => ({ path: `draft.${where}`, code, params })));
}
