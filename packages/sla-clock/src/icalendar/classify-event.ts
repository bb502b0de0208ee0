import type { OverrideKind } from '../calendar/calendar.ts';

/** What an event says about itself, as far as it tells whether people work. */
export interface EventWords {
  readonly summary: string;
  readonly description: string;
  readonly categories: readonly string[];
  /** our own mark, `X-ZHIHENG-KIND` */
  readonly kind: string | null;
  /** our own names, `X-ZHIHENG-NAME-ZH` and `X-ZHIHENG-NAME-EN` */
  readonly nameZh: string | null;
  readonly nameEn: string | null;
  /** Apple's mark on Chinese holidays, `X-APPLE-SPECIAL-DAY` */
  readonly appleSpecialDay: string | null;
}

export type EventClass = OverrideKind | 'observance' | 'ambiguous' | 'unmarked';

const kinds: readonly string[] = ['public-holiday', 'rest-day', 'make-up-day', 'closure', 'special-hours'] satisfies OverrideKind[];
const isKind = (word: string): word is OverrideKind => kinds.includes(word);

const makeUpWords = [
  /补班|補班|补工|上班|调班|調班/u,
  // 班 as a mark beside other signs, 春节（班）, or right after a festival, 国庆节班; in a longer word, 值班 or 航班, it is something else
  /(?<!\p{Script=Han})班(?!\p{Script=Han})/u,
  /(?:节|節|元旦|清明|端午|中秋|国庆|五一|十一)班(?!\p{Script=Han})/u,
  /(?:^|[^非])工作日/u,
  /\b(?:work(?:ing)?[ -]?day|make-?up (?:work(?:ing)?|day))\b/iu,
];
const denials = /不上班|无需上班|免上班|不补班|停班|非工作日|\b(?:non|not a|no)[ -]?work/iu;
const dayOffWords = /放假|休假|休息|假期|（休）|\(休\)|\[休\]|【休】|\b(?:public holiday|day off|closed)\b/iu;
const observanceWords = /^\s*(?:observance|纪念日|紀念日|season|季节|节气)/iu;

/**
 * What an event of a holiday feed means. Chinese feeds carry make-up working days (补班) between the holidays: those are recognised by the marks of known publishers
 * and by the words of the summary, never by the description, which often quotes the whole announcement. 调休 alone may be either, and so may a summary that says both.
 * @example classifyEvent({ summary: '春节（班）', description: '', categories: [], kind: null, appleSpecialDay: null }) // 'make-up-day'
 */
export function classifyEvent(event: Omit<EventWords, 'nameZh' | 'nameEn'>): EventClass {
  return markOf(event) ?? meaningOf(event);
}

function markOf({ kind, appleSpecialDay }: Pick<EventWords, 'kind' | 'appleSpecialDay'>): OverrideKind | null {
  if (kind !== null && isKind(kind)) return kind;
  if (appleSpecialDay === 'ALTERNATE-WORKDAY') return 'make-up-day';
  return appleSpecialDay === 'WORK-HOLIDAY' ? 'public-holiday' : null;
}

function meaningOf({ summary, description, categories }: Pick<EventWords, 'summary' | 'description' | 'categories'>): EventClass {
  if ([summary, ...categories].some(saysWork)) return summary.includes('放假') ? 'ambiguous' : 'make-up-day';
  if (dayOffWords.test(summary) || denials.test(summary)) return 'public-holiday';
  if (/调休|調休/u.test(summary)) return 'ambiguous';
  return [description, ...categories].some((words) => observanceWords.test(words)) ? 'observance' : 'unmarked';
}

const saysWork = (words: string): boolean => !denials.test(words) && makeUpWords.some((word) => word.test(words));
