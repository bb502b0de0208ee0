import { compileAgreements, type Agreements, type ClockEvent } from '@zhiheng/sla-clock/clock';
import type { Policy } from '@zhiheng/sla-clock/policy';
import type { AgreementsInForce } from '../agreements/index.ts';

/** The field of an opening by which a case counts by what is in force now, as if it had always been: for history from before the agreements. */
export const judgedByNow = { judged: 'now' } as const;

interface Current {
  readonly key: string;
  readonly agreements: Agreements;
}

const remembered = new WeakMap<AgreementsInForce, Current>();

/** The agreements by which a case counts. */
export function agreementsFor(inForce: AgreementsInForce, events: readonly ClockEvent[], now: Date): Agreements {
  const [first] = events;
  return first?.kind === 'opened' && first.fields['judged'] === judgedByNow.judged ? currentOf(inForce, now) : inForce.agreements;
}

function currentOf(inForce: AgreementsInForce, now: Date): Agreements {
  const latest = new Map<string, Policy>();
  for (const policy of inForce.policies) {
    const known = latest.get(policy.id);
    const begun = policy.effectiveFrom * 1000 <= now.getTime();
    if (begun && (known === undefined || known.version < policy.version)) latest.set(policy.id, policy);
  }
  const key = [...latest.values()].map(({ id, version }) => `${id}/${version}`).join();
  const known = remembered.get(inForce);
  if (known?.key === key) return known.agreements;
  const policies = [...latest.values()].map((policy) => ({ ...policy, effectiveFrom: 0 }));
  const agreements = compileAgreements(policies, [...inForce.agreements.calendars.values()]);
  remembered.set(inForce, { key, agreements });
  return agreements;
}
