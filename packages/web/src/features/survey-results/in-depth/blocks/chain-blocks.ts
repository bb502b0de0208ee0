import type { AnalysisResultOf } from '@zhiheng/contract/surveys/analysis-result';
import type { Format } from '../../../../lib/format/use-format.ts';
import { m } from '../../../../paraglide/messages.js';
import { intervalOf, textOf } from '../../figure-words.ts';
import { dotOf, figureCells, figureHeads, nameCell, numberCell, words, type Block } from './block.ts';

type Result = AnalysisResultOf<'chains'>;

/** Each path with its interval, the chains of several paths, and what the parts are made of. */
export function chainBlocks(result: Result, format: Format): readonly Block[] {
  const names = new Map(result.nodes.map(({ key, name }) => [key, textOf(name, format)]));
  const chain = (keys: readonly string[]): string => keys.map((key) => names.get(key) ?? key).join(' → ');
  return [pathsBlock(result, chain, format), ...routesBlock(result, chain, format), partsBlock(result, format)];
}

type Chain = (keys: readonly string[]) => string;

function pathsBlock({ paths, n, resamples, failed }: Result, chain: Chain, format: Format): Block {
  const sure = paths.filter(({ estimate }) => isSure(intervalOf(estimate))).length;
  return {
    title: m.survey_results_title_finding({
      name: m.survey_analyses_chain_paths(),
      finding: m.survey_analyses_chain_sure({ n: format.number(sure), all: format.number(paths.length) }),
    }),
    note: m.survey_analyses_chain_note({ n: format.number(n), resamples: format.number(resamples), failed: format.number(failed) }),
    columns: [m.survey_results_path(), ...figureHeads(), m.survey_analyses_r()],
    rows: paths.map(({ from, to, estimate, correlation }) => [
      ...[words(chain([from, to])), ...figureCells(estimate, 'scale', format), numberCell(correlation, 2, format)],
    ]),
    dots: {
      unit: 'gap',
      zero: m.survey_analyses_no_effect(),
      rows: paths.map(({ from, to, estimate }) =>
        dotOf({ key: `${from} ${to}`, name: chain([from, to]), figure: estimate }, 'gap', format),
      ),
    },
  };
}

/** Does an interval leave out 0? */
const isSure = (limits: readonly [number, number] | null): boolean => limits !== null && (limits[0] > 0 || limits[1] < 0);

function routesBlock({ routes }: Result, chain: Chain, format: Format): readonly Block[] {
  if (routes.length === 0) return [];
  return [
    {
      title: m.survey_analyses_chain_routes(),
      note: m.survey_analyses_chain_routes_note(),
      columns: [m.survey_results_path(), ...figureHeads()],
      rows: routes.map(({ nodes, estimate }) => [words(chain(nodes)), ...figureCells(estimate, 'scale', format)]),
    },
  ];
}

function partsBlock({ nodes }: Result, format: Format): Block {
  return {
    title: m.survey_analyses_parts_of_chain(),
    columns: [
      m.survey_analyses_of_what(),
      m.survey_analyses_points(),
      'α',
      'R²',
      m.survey_results_low(),
      m.survey_results_high(),
      m.survey_analyses_fields(),
    ],
    rows: nodes.map((node) => [
      ...[nameCell(node, format), numberCell(node.mean, 1, format), numberCell(node.alpha, 2, format)],
      ...(node.rSquared === null ? [words('—'), words('—'), words('—')] : figureCells(node.rSquared, 'scale', format)),
      words(format.list(node.fields.map(({ name }) => textOf(name, format)))),
    ]),
  };
}
