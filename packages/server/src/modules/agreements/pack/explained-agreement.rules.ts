import type { AgreementDefinition } from '@zhiheng/contract/agreements/policy';
import type { AgreementContent } from './expand-agreement.rules.ts';
import type { Codes } from './read-codes.ts';

type Scope = AgreementDefinition['scope'];

/**
 * An agreement without what lies in the trash; none when it counts in, binds, or holds only for what lies there: a scope that lost all its values would hold for
 * everything.
 */
export function explainedAgreement(content: AgreementContent, codes: Codes): AgreementContent[] {
  const { team, supplier, definition } = content;
  const scope = explainedScope(definition.scope, codes);
  const targets = definition.targets.flatMap((row) => {
    const own = explainedScope(row.scope ?? {}, codes);
    if (own === null) return [];
    return [row.scope === undefined ? row : { ...row, scope: own }];
  });
  const isThere = isInUse(codes.calendar, definition.calendar) && isInUse(codes.team, team) && isInUse(codes.supplier, supplier);
  if (scope === null || targets.length === 0 || !isThere) return [];
  const steps = new Set(targets.flatMap((row) => row.steps.map(({ id }) => id)));
  const actions = definition.actions.filter(({ stepId }) => steps.has(stepId));
  return [{ ...content, definition: { ...definition, scope, targets, actions } }];
}

const isInUse = (rows: Codes['team'], code: string | undefined): boolean => code === undefined || rows.get(code)?.deleted === false;

function explainedScope(scope: Scope, codes: Codes): Scope | null {
  const named = { ...scope };
  for (const part of ['service', 'segment'] as const) {
    const kept = scope[part]?.filter((code) => isInUse(codes[part], code));
    if (kept?.length === 0) return null;
    if (kept !== undefined) named[part] = kept;
  }
  return named;
}
