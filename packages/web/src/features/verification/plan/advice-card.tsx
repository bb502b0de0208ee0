import type { MethodAdvice } from '@zhiheng/contract/verification/verifications';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { FactTable } from '../../../ui/fact-table.tsx';
import { methodWords, whyWords } from '../verification-words.ts';

/** Which method suits what is there, and why. */
export function AdviceCard({ advice }: { readonly advice: readonly MethodAdvice[] }) {
  return (
    <Card title={m.verification_advice()}>
      <FactTable
        label={m.verification_advice()}
        rows={advice.map(({ method, suits, why }) => [
          methodWords[method](),
          <StatusBadge key={method} tone={suits ? 'good' : 'idle'}>
            {`${suits ? m.verification_suits() : m.verification_suits_not()} · ${whyWords[why]()}`}
          </StatusBadge>,
        ])}
      />
    </Card>
  );
}
