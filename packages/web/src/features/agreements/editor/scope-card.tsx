import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { dimensions } from '../agreement-words.ts';
import type { CardProps } from './draft-cards.tsx';
import { FindingList, findingsAt } from './findings.tsx';
import { ScopeFields } from './scope-fields.tsx';

/** Which cases the agreement holds for. */
export function ScopeCard({ definition, findings, onChange }: CardProps) {
  return (
    <Card title={m.agreements_scope()} aside={m.agreements_scope_hint()}>
      <ScopeFields scope={definition.scope} dimensions={dimensions} onChange={(scope) => onChange({ scope })} />
      <FindingList findings={findingsAt(findings, 'scope')} />
    </Card>
  );
}
