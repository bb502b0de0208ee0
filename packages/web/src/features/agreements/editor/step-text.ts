import type { escalationStep } from '@zhiheng/contract/agreements/policy';
import type { Locale } from '@zhiheng/contract/values/text';
import type { z } from 'zod';
import { durationText, readDuration } from './duration-text.ts';

export type Step = z.infer<typeof escalationStep>;
export type Moment = Step['at'];

/** Reads when a step is due: `80%`, `-30min` or `提前 30 分钟` before the deadline, `+1h`, `超时 1 小时` or `0` at and after it. */
export function readMoment(text: string): Moment | null {
  const said = text.normalize('NFKC').replaceAll(/[−–]/g, '-').trim().toLowerCase();
  const percent = /^(\d{1,4}(?:\.\d)?)\s*%$/.exec(said);
  if (percent !== null) return percentMoment(Number(percent[1]));
  if (/^(0|到期|到期时|at due|due)$/.test(said)) return { kind: 'offset', seconds: 0 };
  const early = /^(?:-|提前|到期前)\s*(.+)$|^(.+?)\s*(?:前|before(?: due)?)$/.exec(said);
  if (early !== null) return offsetMoment(early[1] ?? early[2] ?? '', -1);
  const late = /^(?:\+|超时后?|到期后|逾期)\s*(.+)$|^(.+?)\s*(?:后|after(?: due)?|late|overdue)$/.exec(said);
  return late === null ? null : offsetMoment(late[1] ?? late[2] ?? '', 1);
}

const percentMoment = (percent: number): Moment | null => (percent >= 1 && percent <= 1000 ? { kind: 'percent', percent } : null);

function offsetMoment(text: string, sign: 1 | -1): Moment | null {
  const seconds = readDuration(text);
  return seconds === null ? null : { kind: 'offset', seconds: sign * seconds };
}

/** Writes it as `readMoment` reads it. */
export function momentText(at: Moment, locale: Locale): string {
  if (at.kind === 'percent') return `${at.percent}%`;
  if (at.seconds === 0) return locale === 'zh' ? '到期时' : 'at due';
  const length = durationText(Math.abs(at.seconds), locale);
  if (locale === 'zh') return at.seconds < 0 ? `到期前 ${length}` : `超时 ${length}`;
  return `${length} ${at.seconds < 0 ? 'before due' : 'after due'}`;
}

/** What a step is called in mails and logs, in both languages. */
export const stepName = (at: Moment): Step['name'] => ({
  zh: at.kind === 'percent' ? `已用 ${at.percent}%` : momentText(at, 'zh'),
  en: at.kind === 'percent' ? `${at.percent}% used` : momentText(at, 'en'),
});
