import type { AnalysisResultOf } from '@zhiheng/contract/surveys/analysis-result';
import type { Format } from '../../../../lib/format/use-format.ts';
import { m } from '../../../../paraglide/messages.js';
import { pText, textOf } from '../../figure-words.ts';
import { dotOf, figureCells, nameCell, numberCell, shareCell, type Block } from './block.ts';

type Result = AnalysisResultOf<'non-response'>;

/** Figures before and after weighting, what they were weighted by, and who answered of those who were asked. */
export function nonResponseBlocks(result: Result, format: Format): readonly Block[] {
  return [movedBlock(result, format), ...result.margins.map((margin) => marginBlock(margin, format)), askedBlock(result, format)];
}

function movedBlock({ figures, n, effectiveN, weights, unplaced }: Result, format: Format): Block {
  const limits = (head: string) => [head, `${head}: ${m.survey_results_low()}`, `${head}: ${m.survey_results_high()}`];
  return {
    title: m.survey_analyses_moved(),
    note: m.survey_analyses_moved_note({
      ...{ effective: format.number(effectiveN, 0), n: format.number(n), unplaced: format.number(unplaced) },
      ...{ low: format.number(weights.smallest, 2), high: format.number(weights.largest, 2) },
    }),
    columns: [m.survey_results_item(), ...limits(m.survey_analyses_unweighted()), ...limits(m.survey_analyses_weighted()), 'n'],
    rows: figures.map(({ name, unit, unweighted, weighted }) => [
      ...[nameCell({ name }, format), ...figureCells(unweighted, unit, format), ...figureCells(weighted, unit, format)],
      numberCell(unweighted.n, 0, format),
    ]),
  };
}

function marginBlock({ axis, levels }: Result['margins'][number], format: Format): Block {
  return {
    title: m.survey_analyses_margin({ name: textOf(axis.name, format) }),
    columns: [
      m.survey_analyses_of_what(),
      'n',
      m.survey_analyses_in_sample(),
      m.survey_analyses_in_population(),
      m.survey_analyses_weight(),
    ],
    rows: levels.map((level) => [
      ...[nameCell(level, format), numberCell(level.n, 0, format), shareCell(level.share, format), shareCell(level.wanted, format)],
      numberCell(level.weight, 2, format),
    ]),
  };
}

function askedBlock({ asked, askedP }: Result, format: Format): Block {
  const note = askedP === null ? m.survey_analyses_asked_none() : m.survey_analyses_asked_note({ p: pText(askedP, format) });
  const rows = asked.map((segment) => [
    ...[nameCell(segment, format), numberCell(segment.invited, 0, format), numberCell(segment.answered, 0, format)],
    ...figureCells(segment.rate, 'share', format),
  ]);
  const block = {
    title: m.survey_analyses_asked(),
    note,
    columns: [
      m.survey_analyses_of_what(),
      m.survey_analyses_invited(),
      m.survey_analyses_answered(),
      m.survey_analyses_rate(),
      m.survey_results_low(),
      m.survey_results_high(),
    ],
    rows,
  };
  if (asked.length === 0) return { ...block, columns: [], rows: [] };
  return {
    ...block,
    dots: {
      unit: 'share',
      rows: asked.map(({ key, name, rate }) => dotOf({ key, name: textOf(name, format), figure: rate }, 'share', format)),
    },
  };
}
