import type { FollowUpResult } from '@zhiheng/contract/feedback/follow-ups';
import type { LocalText } from '@zhiheng/contract/values/text';

export interface Course {
  /** how long ago the customer said it, in hours; the follow-up was opened an hour later */
  readonly ago: number;
  /** hours after the opening at which somebody tried, and whether the customer was reached */
  readonly attempts: readonly (readonly [after: number, reached: boolean])[];
  readonly result: FollowUpResult | null;
  /** stars after the call, out of five */
  readonly secondScore: number | null;
}

const open = { result: null, secondScore: null } as const;

/** Every state in which a follow-up can be, the newest first: new, tried, overdue, and each way to end. */
export const courses: readonly Course[] = [
  { ago: 5, attempts: [], ...open },
  { ago: 27, attempts: [[20, false]], ...open },
  { ago: 70, attempts: [], ...open },
  {
    ago: 150,
    attempts: [
      [3, false],
      [22, true],
    ],
    result: 'recovered',
    secondScore: 4,
  },
  { ago: 290, attempts: [[60, true]], result: 'not-recovered', secondScore: 2 },
  {
    ago: 430,
    attempts: [
      [5, false],
      [26, false],
      [46, false],
    ],
    result: 'unreachable',
    secondScore: null,
  },
  { ago: 600, attempts: [[9, true]], result: 'recovered', secondScore: 5 },
];

/** Whoever may wait is called within so many hours. */
export const demoDeadline = 48;

export const notes = {
  reached: { zh: '已致歉并说明原因，客户接受处理办法', en: 'Apologised and explained; the customer accepts what we offer' },
  cause: { zh: '流程', en: 'Process' },
  remedy: { zh: '当日补办，并告知进度', en: 'Done the same day, and told how it goes' },
} as const satisfies Record<string, LocalText>;
