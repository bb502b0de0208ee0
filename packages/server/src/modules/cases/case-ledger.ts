import { sql } from 'kysely';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { caseLedger as endpoint } from '@zhiheng/contract/cases/cases';
import type { LocalText } from '@zhiheng/contract/values/text';
import { partyKey, runClock, secondsByParty, type ClockLedger, type LedgerInterval } from '@zhiheng/sla-clock/clock';
import { explainClock } from '@zhiheng/sla-clock/explain';
import { notFound } from '../../platform/errors.ts';
import type { Operation } from '../../platform/operation.ts';
import { readAgreementsInForce, spellNames } from '../agreements/index.ts';
import { countingMoment, readClockEvents } from './count-cases.ts';
import { dateOf } from './clock-rows.rules.ts';
import { breachOf } from './attribution/breach-of.rules.ts';
import { partyName } from './party-name.ts';
import { agreementsFor } from './judging-agreements.ts';
import { visibleTo } from './visible-cases.ts';

type Answer = Reply<typeof endpoint>;
type Clock = Answer['clocks'][number];

/** How each clock of a case counted, interval by interval, in words; counted anew from the events. */
export async function caseLedger(operation: Operation, { params }: Pick<Parsed<typeof endpoint>, 'params'>): Promise<Answer> {
  const { db, orgId, actor } = operation;
  const { rows } = await sql`select from service_case c where c.org_id = ${orgId} and c.id = ${params.id} and ${visibleTo(actor)}`.execute(
    db,
  );
  if (rows.length === 0) throw notFound('case');
  const inForce = await readAgreementsInForce(operation);
  const events = (await readClockEvents(operation, [params.id])).get(params.id) ?? [];
  const now = countingMoment(operation.now, events);
  // Cases from before their clocks were kept have no history to count.
  const clocks = events.length === 0 ? [] : runClock(agreementsFor(inForce, events, operation.now), events, now).clocks;
  return { now: textOf(now), clocks: await withNames(operation, clocks.map(told)) };
}

const textOf = (seconds: number): string => dateOf(seconds).toISOString();

function told(clock: ClockLedger): Clock {
  const zh = explainClock(clock, 'zh', (party) => partyName(party).zh).steps;
  const en = explainClock(clock, 'en', (party) => partyName(party).en).steps;
  const steps = zh.map(({ kind, text }, at) => ({ kind, text: { zh: text, en: en[at]?.text ?? text } }));
  return {
    agreementId: clock.policy.id,
    agreementName: { zh: clock.policy.name.zh, en: clock.policy.name.en },
    version: clock.policy.version,
    target: clock.target,
    cycle: clock.cycle,
    because: steps.filter(({ kind }) => kind === 'policy').map(({ text }) => text),
    intervals: clock.intervals.map(intervalOf),
    usedSeconds: clock.usedSeconds,
    goalSeconds: clock.goalSeconds ?? 0,
    explanation: steps.map(({ text }) => text),
    byParty: secondsByParty(clock).map(({ party, running }) => ({ party: partyKey(party), name: partyName(party), seconds: running })),
    breach: breachOf(clock),
    steps: clock.steps.map(({ step, state }) => ({
      name: { zh: step.name.zh, en: step.name.en },
      at: 'at' in state ? textOf(state.at) : null,
      state: state.kind,
    })),
  };
}

const intervalOf = (interval: LedgerInterval): Clock['intervals'][number] => ({
  kind: interval.kind,
  from: textOf(interval.from),
  to: textOf(interval.to),
  party: partyKey(interval.party),
  partyName: partyName(interval.party),
  reason: whyOf(interval),
  workingSeconds: interval.workingSeconds,
});

function whyOf(interval: LedgerInterval): LocalText | null {
  if (interval.kind === 'paused') return { zh: interval.name.zh, en: interval.name.en };
  return interval.kind === 'excluded' ? { zh: interval.reason, en: interval.reason } : null;
}

/** Puts names in the place of ids, with one look-up for all clocks. */
async function withNames(operation: Operation, clocks: readonly Clock[]): Promise<Clock[]> {
  const texts = clocks.flatMap((clock) => [
    ...clock.because,
    ...clock.explanation,
    ...clock.intervals.map(({ partyName }) => partyName),
    ...clock.byParty.map(({ name }) => name),
    ...(clock.breach?.parties ?? []).map(({ name }) => name),
  ]);
  const spelt = await spellNames(operation, texts);
  const names = new Map(texts.map((text, at) => [text, spelt[at] ?? text]));
  const spell = (text: LocalText): LocalText => names.get(text) ?? text;
  return clocks.map((clock) => ({
    ...clock,
    because: clock.because.map(spell),
    explanation: clock.explanation.map(spell),
    intervals: clock.intervals.map((interval) => ({ ...interval, partyName: spell(interval.partyName) })),
    byParty: clock.byParty.map((share) => ({ ...share, name: spell(share.name) })),
    breach: clock.breach && { ...clock.breach, parties: clock.breach.parties.map((share) => ({ ...share, name: spell(share.name) })) },
  }));
}
