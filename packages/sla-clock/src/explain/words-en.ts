import type { Match, Decision } from '../policy/choose-policy.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The explanation in English. */
export const en: Vocabulary = {
  targets: {
    'first-response': 'First response',
    'next-reply': 'Next reply',
    'periodic-update': 'Periodic update',
    resolution: 'Resolution',
    'requester-wait': 'Requester wait',
    'agent-work': 'Agent work',
  },
  party: (party) => (party.kind === 'customer' ? 'the customer' : `${party.kind} ${party.id}`),
  policy: (name, version, matched) =>
    `"${name}", version ${version}, counts: ${matched.length === 0 ? 'it holds for every case' : matchedEn(matched)}.`,
  beaten: (name, version, by) => `"${name}", version ${version}, holds as well but does not count: ${decisionEn(by)}.`,
  takeover: (at, name, version) =>
    `From ${at} on "${name}", version ${version}, counts, from the start of the clock; earlier pauses are kept.`,
  goal: (target, promise, calendar) => `${target}: ${promise}, counted in ${calendar}.`,
  workingTime: (length) => `${length} of working time`,
  businessDayEnd: (days) => {
    if (days === 0) return 'by the end of the business day';
    return days === 1 ? 'by the end of the next business day' : `by the end of business day ${days} after the start`;
  },
  thatIs: (length) => `, which is ${length} of working time`,
  calendar: (id, version, zone) => `calendar ${id}, version ${version} (${zone})`,
  start: (at, cycle) => (cycle === 1 ? `The clock starts on ${at}.` : `Cycle ${cycle} of the clock starts on ${at}.`),
  span: (from, to) => `${from} to ${to}`,
  running: (span, holder, { worked, used }) => `${span}: runs for ${worked} with ${holder}, ${used} in all.`,
  outsideHours: (span) => `${span}: outside working hours, does not run.`,
  paused: (span, reason, withheld) => `${span}: paused, ${reason}; ${withheld} of working time do not count.`,
  heldByOthers: (span, holder, withheld) => `${span}: with ${holder}; ${withheld} of working time do not count.`,
  excluded: (span, reason, { approvedBy, withheld }) =>
    `${span}: excluded (${reason}), approved by ${approvedBy}; ${withheld} of working time do not count.`,
  stopped: (span) => `${span}: stopped until the case was reopened, does not run.`,
  due: (at) => `Due on ${at}.`,
  held: (left) => `The clock stands still with ${left} left.`,
  heldUntil: (left, at) => `The clock stands still with ${left} left; resumed now, it would be due on ${at}.`,
  never: 'The calendar has not enough working time: there is no deadline.',
  outside: 'The deadline lies beyond the years of the calendar.',
  used: (used, goal) => (goal === null ? ` Used: ${used}.` : ` Used: ${used} of ${goal}.`),
  stands: {
    running: 'Running.',
    paused: 'Paused.',
    'held-by-others': 'With others, not running.',
    excluded: 'In excluded time, not running.',
  },
  overdue: (at) => `Overdue since ${at}.`,
  met: (at) => `Done in time, on ${at}.`,
  missed: (at, breachedAt) => `Done on ${at}, overdue since ${breachedAt}.`,
  cancelled: (at, because) => `Withdrawn on ${at} without a judgement: ${because}.`,
  cancelReasons: {
    'cancel-condition': 'its cancel condition held',
    'start-ceased': 'its start condition ceased to hold',
    merged: 'the case was merged',
    'no-policy': 'no agreement holds any more',
  },
  reset: (at) => `Reset on ${at}: this cycle is judged no more.`,
  typeset: (text) => text,
};

const matchedEn = (matched: readonly Match[]): string =>
  `it names ${matched.map(({ dimension, value }) => `${dimension} ${value}`).join(', ')}`;

function decisionEn(by: Decision): string {
  if (by.kind === 'dimension') return `it names no ${by.dimension}`;
  return by.kind === 'fewer-values' ? 'it names more' : 'the two are equal, and the smaller id counts';
}
