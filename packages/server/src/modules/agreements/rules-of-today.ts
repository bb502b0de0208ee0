import type { CalendarDefinition } from '@zhiheng/contract/agreements/calendars';
import type { AgreementDefinition } from '@zhiheng/contract/agreements/policy';
import type { Agreements } from '@zhiheng/sla-clock/clock';
import { agreementKey, versionsInForce, type Policy } from '@zhiheng/sla-clock/policy';
import type { Operation } from '../../platform/operation.ts';
import { refuseFaults } from './agreements/refuse-faults.ts';
import { readAgreement } from './agreements/select-agreements.ts';
import { requireSound } from './calendars/check-definition.ts';
import { readCalendar } from './calendars/select-calendars.ts';
import { calendarOf, policyOf } from './policy-of.ts';
import { compileFor, includingCalendar, readAgreementsInForce, type AgreementsInForce } from './read-agreements-in-force.ts';

type Credit = AgreementDefinition['credit'];

/** Two sets of rules for the whole of the past: what is in force today, and the same with a draft in the place of one agreement. */
export interface RulesOfToday {
  readonly revision: string;
  readonly before: Agreements;
  readonly after: Agreements;
  readonly credit: { readonly before: Credit; readonly after: Credit };
}

/** What is tried on the past. */
export interface Tried {
  readonly definition: AgreementDefinition;
  /** a draft that counts in the place of a calendar */
  readonly calendar?: { readonly id: string; readonly definition: CalendarDefinition } | null;
}

/** The rules by which the past is replayed. Only agreements of the same party matter: others have clocks of their own. */
export async function readRulesOfToday(operation: Operation, agreementId: string, { definition, calendar }: Tried): Promise<RulesOfToday> {
  const agreement = await readAgreement(operation, agreementId);
  const published = await readAgreementsInForce(operation);
  const draft = { ...policyOf({ ...agreement, version: agreement.version + 1, effectiveFrom: new Date(0), definition }), ...always };
  const same = policiesOfToday(published, operation.now).filter(
    (policy) => agreementKey(policy.agreement) === agreementKey(draft.agreement),
  );
  const own = same.find(({ id }) => id === agreementId);
  const calendars = await includingCalendar(operation, published.calendars, draft.calendar);
  const tried = calendar
    ? calendars.map((one) => (one.id === calendar.id ? calendarOf(one.id, one.version + 1, calendar.definition) : one))
    : calendars;
  return {
    revision: published.revision,
    before: compileFor(operation, same, calendars),
    after: compileFor(operation, [...same.filter((policy) => policy !== own), draft], tried),
    credit: { before: (own && published.termsOf(own)?.credit) ?? null, after: definition.credit },
  };
}

/** Refuses what could not be published. */
export async function requirePublishable(operation: Operation, agreementId: string, { definition, calendar }: Tried): Promise<void> {
  await refuseFaults(operation, await readAgreement(operation, agreementId), definition);
  if (!calendar) return;
  await readCalendar(operation, calendar.id);
  requireSound(calendar.definition);
}

/** As if it had always been so. */
const always = { effectiveFrom: 0, adoption: 'new-cases' } as const;

function policiesOfToday({ policies }: AgreementsInForce, now: Date): Policy[] {
  const at = Math.floor(now.getTime() / 1000);
  return versionsInForce(policies, { openedAt: at, at }).map((policy) => ({ ...policy, ...always }));
}
