import type { FollowUpResult } from '@zhiheng/contract/feedback/follow-ups';
import type { LocalText } from '@zhiheng/contract/values/text';

interface Course {
  /** how long ago the customer said it, in hours; the follow-up was opened an hour later */
  readonly ago: number;
  /** hours after the opening at which somebody tried, and whether the customer was reached */
  readonly attempts: readonly (readonly [after: number, reached: boolean])[];
  readonly result: FollowUpResult | null;
  /** stars after the call, out of five */
  readonly secondScore: number | null;
}

const course = (ago: number, attempts: Course['attempts'], result: Course['result'] = null, secondScore: number | null = null): Course => ({
  ago,
  attempts,
  result,
  secondScore,
});

/** Every state in which a follow-up can be, the newest first: new, tried, overdue, and each way to end. */
export const courses: readonly Course[] = [
  course(5, []),
  course(27, [[20, false]]),
  course(70, []),
  course(
    150,
    [
      [3, false],
      [22, true],
    ],
    'recovered',
    4,
  ),
  course(290, [[60, true]], 'not-recovered', 2),
  course(
    430,
    [
      [5, false],
      [26, false],
      [46, false],
    ],
    'unreachable',
  ),
  course(600, [[9, true]], 'recovered', 5),
];

/** Whoever may wait is called within so many hours. */
export const demoDeadline = 48;

export const notes = {
  reached: { zh: '已致歉并说明原因，客户接受处理办法', en: 'Apologised and explained; the customer accepts what we offer' },
  cause: { zh: '流程', en: 'Process' },
  remedy: { zh: '当日补办，并告知进度', en: 'Done the same day, and told how it goes' },
} as const satisfies Record<string, LocalText>;
