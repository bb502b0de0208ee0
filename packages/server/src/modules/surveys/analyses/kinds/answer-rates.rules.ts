import { chiSquareTest } from '@zhiheng/stats/comparison';
import { wilsonInterval } from '@zhiheng/stats/intervals';
import type { AnalysisResultOf } from '@zhiheng/contract/surveys/analysis-result';
import { figureMaker } from '../../results/figure.rules.ts';
import type { Asked } from '../read-customer-base.ts';
import type { Named } from '../sample.rules.ts';

/** How many of those who were asked answered, by segment; segments in which few were asked are left out. */
export function answerRates(
  asked: readonly Asked[],
  segments: readonly Named[],
  minimum: number,
): Pick<AnalysisResultOf<'non-response'>, 'asked' | 'askedP'> {
  const make = figureMaker(minimum);
  const rows = segments.flatMap((segment) =>
    asked.flatMap(({ segmentId, invited, answered }) =>
      segmentId === segment.key && invited >= minimum ? [{ ...segment, invited, answered }] : [],
    ),
  );
  const found = chiSquareTest(rows.map(({ invited, answered }) => [answered, invited - answered]));
  return {
    asked: rows.map((row) => ({
      ...row,
      rate: make.of({ n: row.invited, value: row.answered / row.invited, interval: wilsonInterval(row.answered, row.invited) }),
    })),
    askedP: found.kind === 'chi-square-test' ? found.p : null,
  };
}
