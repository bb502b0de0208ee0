import type { z } from 'zod';
import type { caseChannel } from '@zhiheng/contract/cases/case';
import type { CaseField } from '@zhiheng/contract/cases/fields';
import { invalid } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';
import type { CaseDraft } from '../open-case.ts';
import type { CaseState } from '../case-state.ts';
import { mergedValues, missingValues, wrongValues, type CustomValues } from './custom-values.rules.ts';
import { selectFields } from './select-fields.ts';

type Scope = Pick<Operation, 'db' | 'orgId'>;

/** Where nobody sits who could be asked. */
const unasked: ReadonlySet<z.infer<typeof caseChannel>> = new Set(['api', 'email', 'portal', 'import']);

/** The values of a new case. What people fill in must be complete; mail, portal and programs leave out what they do not know. */
export function checkNewCustom(
  fields: readonly CaseField[],
  { type, channel, custom }: Pick<CaseDraft, 'type' | 'channel' | 'custom'>,
): CustomValues {
  const asked = !unasked.has(channel);
  const wrong = [...wrongValues(fields, { type, before: {}, given: custom }), ...(asked ? missingValues(fields, type, custom) : [])];
  const byPath = new Map(wrong.map((one) => [one.path, one]));
  if (byPath.size > 0) throw invalid([...byPath.values()]);
  return mergedValues({}, custom);
}

/** The values of a case after a save that gives some of them. */
export async function checkCustom(
  scope: Scope,
  before: Pick<CaseState, 'custom'>,
  { type, custom }: Pick<CaseState, 'type' | 'custom'>,
): Promise<CustomValues> {
  const wrong = wrongValues(await selectFields(scope), { type, before: before.custom, given: custom });
  if (wrong.length > 0) throw invalid(wrong);
  return mergedValues(before.custom, custom);
}
