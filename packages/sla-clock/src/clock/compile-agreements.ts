import type { Instant } from '../calendar/calendar.ts';
import type { CompiledCalendar } from '../calendar/compile-calendar.ts';
import { agreementKey } from '../policy/agreement-key.ts';
import { requirePolicy } from '../policy/check-policy.ts';
import type { Agreement, Policy } from '../policy/policy.ts';

/** All versions of all policies of one agreement: of the service level agreements, of the operational level agreements of one team, of the contracts of one supplier. */
export interface AgreementLine {
  readonly key: string;
  readonly agreement: Agreement;
  readonly versions: readonly Policy[];
}

/** Published policies and the calendars they count in, ready for any number of cases. */
export interface Agreements {
  readonly lines: readonly AgreementLine[];
  readonly calendars: ReadonlyMap<string, CompiledCalendar>;
  /** instants at which a version takes over open cases */
  readonly takeovers: readonly Instant[];
}

/**
 * Prepares published policies. Of each calendar there is one version: whoever asks which deadlines another version moves, prepares twice and compares.
 * @throws RangeError when two calendars share an id, a policy names a calendar that is not there, two policies share id and version, or `requirePolicy` refuses one
 * @example compileAgreements([], []).lines // []
 */
export function compileAgreements(policies: readonly Policy[], calendars: readonly CompiledCalendar[]): Agreements {
  const byId = new Map(calendars.map((compiled) => [compiled.calendar.id, compiled]));
  if (byId.size < calendars.length) throw new RangeError('two calendars share an id');
  const names = new Set<string>();
  const lines = new Map<string, AgreementLine & { versions: Policy[] }>();
  for (const policy of policies) {
    requirePolicy(policy);
    if (!byId.has(policy.calendar))
      throw new RangeError(`policy ${policy.id} counts in the calendar ${policy.calendar}, which is not there`);
    const name = `${policy.id} version ${policy.version}`;
    if (names.has(name)) throw new RangeError(`there are two policies ${name}`);
    names.add(name);
    const key = agreementKey(policy.agreement);
    const line = lines.get(key) ?? { key, agreement: policy.agreement, versions: [] };
    line.versions.push(policy);
    lines.set(key, line);
  }
  const takeovers = policies.filter(({ adoption }) => adoption === 'open-cases').map(({ effectiveFrom }) => effectiveFrom);
  return { lines: [...lines.values()].sort(byKey), calendars: byId, takeovers };
}

/** The service level agreement first. */
const byKey = (a: AgreementLine, b: AgreementLine): number => rank(a) - rank(b) || (a.key < b.key ? -1 : 1);
const rank = ({ key }: AgreementLine): number => (key === 'sla' ? 0 : 1);
