import type { AnalysisResultOf } from '@zhiheng/contract/surveys/analysis-result';
import type { Format } from '../../../../lib/format/use-format.ts';
import { m } from '../../../../paraglide/messages.js';
import { textOf } from '../../figure-words.ts';
import { dotOf, figureCells, figureHeads, nameCell, numberCell, shareCell, type Block } from './block.ts';

type Result = AnalysisResultOf<'grey'>;

/** Whose curve runs most like that of the outcome, and what the curves are made of. */
export function greyBlocks(result: Result, format: Format): readonly Block[] {
  const { factors, outcome, over, n, resamples, rho } = result;
  const [first] = factors;
  const name = m.survey_analyses_grey_title({ outcome: textOf(outcome.name, format), over: textOf(over.name, format) });
  return [
    {
      title:
        first === undefined
          ? name
          : m.survey_results_title_finding({ name, finding: m.survey_analyses_grey_first({ name: textOf(first.name, format) }) }),
      note: m.survey_analyses_grey_note({ rho: format.number(rho, 2), n: format.number(n), resamples: format.number(resamples) }),
      columns: [m.survey_analyses_rank(), m.survey_results_item(), ...figureHeads(), m.survey_analyses_same_rank()],
      rows: factors.map((factor) => [
        ...[numberCell(factor.rank, 0, format), nameCell(factor, format), ...figureCells(factor.grade, 'scale', format)],
        shareCell(factor.sameRank, format),
      ]),
      dots: {
        unit: 'scale',
        rows: factors.map(({ key, name: own, grade }) => dotOf({ key, name: textOf(own, format), figure: grade }, 'scale', format)),
      },
    },
    {
      title: m.survey_analyses_grey_levels({ over: textOf(over.name, format) }),
      columns: [textOf(over.name, format), 'n', textOf(outcome.name, format)],
      rows: result.levels.map((level) => [nameCell(level, format), numberCell(level.n, 0, format), numberCell(level.outcome, 2, format)]),
    },
  ];
}
