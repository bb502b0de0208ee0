import type { ProposedChange } from '@zhiheng/contract/agreements/moved-deadlines';
import type { Agreements } from '@zhiheng/sla-clock/clock';
import type { Policy } from '@zhiheng/sla-clock/policy';
import type { Operation } from '../../platform/operation.ts';
import { instantOf } from './agreements/instant-of.ts';
import { refuseFaults } from './agreements/refuse-faults.ts';
import { readAgreement } from './agreements/select-agreements.ts';
import { requireSound } from './calendars/check-definition.ts';
import { readCalendar } from './calendars/select-calendars.ts';
import { calendarOf, policyOf } from './policy-of.ts';
import { compileFor, includingCalendar, readAgreementsInForce, type AgreementsInForce } from './read-agreements-in-force.ts';

export interface Proposal {
  readonly before: AgreementsInForce;
  /** what would be in force if it were published */
  readonly after: Agreements;
  /** from when on it would count */
  readonly from: Date;
}

/** What is in force, and what would be. Refuses what a publication would refuse. */
export async function proposeChange(operation: Operation, change: ProposedChange): Promise<Proposal> {
  const before = await readAgreementsInForce(operation);
  const { policies, calendars, from } =
    change.kind === 'calendar' ? await withCalendar(operation, before, change) : await withAgreement(operation, before, change);
  return { before, after: compileFor(operation, policies, calendars), from };
}

type Published = Pick<AgreementsInForce, 'policies' | 'calendars'>;
type Proposed = Published & Pick<Proposal, 'from'>;
type Of<Kind extends ProposedChange['kind']> = Extract<ProposedChange, { kind: Kind }>;

async function withCalendar(operation: Operation, before: Published, { calendarId, definition }: Of<'calendar'>): Promise<Proposed> {
  const { version } = await readCalendar(operation, calendarId);
  requireSound(definition);
  const next = calendarOf(calendarId, version + 1, definition);
  const calendars = before.calendars.map((calendar) => (calendar.id === calendarId ? next : calendar));
  return { policies: before.policies, calendars, from: operation.now };
}

async function withAgreement(operation: Operation, before: Published, change: Of<'agreement'>): Promise<Proposed> {
  const { definition, effectiveFrom } = change;
  const agreement = await readAgreement(operation, change.agreementId);
  await refuseFaults(operation, agreement, definition);
  const version = Math.max(0, ...before.policies.filter(({ id }) => id === agreement.id).map((policy) => policy.version)) + 1;
  const from = effectiveFrom === undefined ? operation.now : instantOf(effectiveFrom, 'change.effectiveFrom');
  const next: Policy = policyOf({ ...agreement, version, effectiveFrom: from, definition });
  return { policies: [...before.policies, next], calendars: await includingCalendar(operation, before.calendars, next.calendar), from };
}
