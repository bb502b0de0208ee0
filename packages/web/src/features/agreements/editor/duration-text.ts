import type { goal } from '@zhiheng/contract/agreements/policy';
import type { Locale } from '@zhiheng/contract/values/text';
import type { z } from 'zod';

export type Goal = z.infer<typeof goal>;

const units: readonly (readonly [seconds: number, words: RegExp])[] = [
  [604_800, /^(w|wk|weeks?|周|星期|个星期)$/],
  [86_400, /^(d|days?|天|日)$/],
  [3_600, /^(h|hr|hrs|hours?|小时|个小时|时)$/],
  [60, /^(m|min|mins|minutes?|分|分钟)$/],
  [1, /^(s|sec|seconds?|秒|秒钟)$/],
];

const longest = 366 * 86_400;

/** As people type: full-width digits and signs, capitals and spaces make no difference. */
const plain = (text: string): string => text.normalize('NFKC').replaceAll(/[−–]/g, '-').trim().toLowerCase();

/** Reads `4h`, `1.5 小时`, `2 天 4 小时`, `1h30`, `0:45` as seconds; null when it is no length of time. A day is 24 hours. */
export function readDuration(text: string): number | null {
  const said = plain(text);
  const clock = /^(\d{1,4}):([0-5]\d)$/.exec(said);
  if (clock !== null) return positive(Number(clock[1]) * 3600 + Number(clock[2]) * 60);
  // `1h30` leaves its minutes without a word.
  const whole = said.replace(/((?:h|小时|时)\s*)(\d{2})$/, '$1$2m');
  if (!/^(?:\d+(?:\.\d+)?\s*[a-z一-鿿]+[\s,]*)+$/.test(whole)) return null;
  const parts = [...whole.matchAll(/(\d+(?:\.\d+)?)\s*([a-z一-鿿]+)/g)].map(([, count, word]) => Number(count) * unitOf(word ?? ''));
  return positive(Math.round(parts.reduce((sum, part) => sum + part, 0)));
}

const unitOf = (word: string): number => units.find(([, words]) => words.test(word))?.[0] ?? Number.NaN;
const positive = (seconds: number): number | null => (seconds >= 1 && seconds <= longest ? seconds : null);

const businessDays = /^(\d{1,3})\s*(?:个?工作日|bd|(?:business|working|work)\s*days?)$/;

/** Reads a promise: a length of working time, or closing time of a business day (`当天`, `次工作日`, `2 个工作日`, `2 business days`). */
export function readGoal(text: string): Goal | null {
  const said = plain(text);
  if (/^(当天|当日|当天下班前|same day|end of day|eod)$/.test(said)) return { kind: 'business-day-end', days: 0 };
  if (/^(次日|次工作日|下一?个?工作日|next (?:business|working) day|nbd)$/.test(said)) return { kind: 'business-day-end', days: 1 };
  const days = businessDays.exec(said);
  if (days !== null) return Number(days[1]) <= 366 ? { kind: 'business-day-end', days: Number(days[1]) } : null;
  const seconds = readDuration(said);
  return seconds === null ? null : { kind: 'working-time', seconds };
}

const dayWords = {
  zh: (days: number) => (days === 0 ? '当天' : `${days} 个工作日`),
  en: (days: number) => (days === 0 ? 'same day' : `${days} workday${days === 1 ? '' : 's'}`),
};

/** Writes a promise as `readGoal` reads it. */
export function goalText(goal: Goal, locale: Locale): string {
  switch (goal.kind) {
    case 'working-time':
      return durationText(goal.seconds, locale);
    case 'business-day-end':
      return dayWords[locale](goal.days);
    default:
      return goal satisfies never;
  }
}

const written = [
  { seconds: 86_400, zh: '天', en: 'd' },
  { seconds: 3_600, zh: '小时', en: 'h' },
  { seconds: 60, zh: '分', en: 'min' },
  { seconds: 1, zh: '秒', en: 's' },
] as const;

/** Every unit, unlike `formatDuration`, which rounds. Hours stay hours up to two days, as agreements say them. */
export function durationText(seconds: number, locale: Locale): string {
  let rest = seconds;
  const parts: string[] = [];
  for (const unit of seconds <= 2 * 86_400 ? written.slice(1) : written) {
    const count = Math.floor(rest / unit.seconds);
    rest -= count * unit.seconds;
    if (count > 0) parts.push(`${count} ${unit[locale]}`);
  }
  return parts.join(' ');
}
