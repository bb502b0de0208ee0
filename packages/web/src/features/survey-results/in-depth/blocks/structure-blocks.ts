import type { AnalysisResultOf } from '@zhiheng/contract/surveys/analysis-result';
import type { Format } from '../../../../lib/format/use-format.ts';
import { m } from '../../../../paraglide/messages.js';
import { pText, textOf } from '../../figure-words.ts';
import { nameCell, numberCell, words, type Block } from './block.ts';

type Result = AnalysisResultOf<'structure'>;

/** Suitability, number of factors, loadings and validity. */
export function structureBlocks(result: Result, format: Format): readonly Block[] {
  const heads = result.explained.map((_, i) => m.survey_analyses_factor({ n: format.number(i + 1) }));
  return [
    loadingBlock(result, heads, format),
    validityBlock(result, heads, format),
    ...correlationsBlock(result, heads, format),
    parallelBlock(result, format),
  ];
}

function loadingBlock({ items, explained, ...result }: Result, heads: readonly string[], format: Format): Block {
  const shares = format.list(explained.map((share) => format.percent(100 * share, 0)));
  const notes = [
    suitableText(result, format),
    m.survey_analyses_loadings_note({ list: shares }),
    ...(result.correlation === 'polychoric' ? [m.survey_analyses_polychoric_note()] : []),
    ...(result.improper.length === 0 ? [] : [m.survey_analyses_improper({ list: format.list(namesOf(result.improper, items, format)) })]),
  ];
  return {
    title: m.survey_analyses_loadings(),
    note: notes.join(' '),
    columns: [m.survey_results_item(), ...heads, m.survey_analyses_communality(), 'KMO'],
    rows: items.map((item) => [
      nameCell(item, format),
      ...item.loadings.map((value) => ({ ...numberCell(value, 2, format), strong: Math.abs(value) >= 0.5 })),
      ...[numberCell(item.communality, 2, format), numberCell(item.adequacy, 2, format)],
    ]),
  };
}

function suitableText({ adequacy, sphericity, n }: Pick<Result, 'adequacy' | 'sphericity' | 'n'>, format: Format): string {
  return m.survey_analyses_suitable_note({
    kmo: adequacy === null ? '—' : format.number(adequacy, 3),
    p: sphericity === null ? 'p —' : pText(sphericity.p, format),
    n: format.number(n),
  });
}

const namesOf = (keys: readonly string[], items: Result['items'], format: Format): string[] =>
  items.filter(({ key }) => keys.includes(key)).map(({ name }) => textOf(name, format));

function validityBlock({ validity, items }: Result, heads: readonly string[], format: Format): Block {
  return {
    title: m.survey_analyses_validity(),
    note: m.survey_analyses_validity_note(),
    columns: ['', m.survey_analyses_composite(), 'AVE', m.survey_analyses_shared(), m.survey_results_item()],
    rows: validity.map(({ factor, compositeReliability, averageVarianceExtracted, largestShared, items: own }) => [
      ...[words(heads[factor] ?? ''), numberCell(compositeReliability, 2, format), numberCell(averageVarianceExtracted, 2, format)],
      ...[numberCell(largestShared, 2, format), words(format.list(namesOf(own, items, format)))],
    ]),
  };
}

function correlationsBlock({ factorCorrelations }: Result, heads: readonly string[], format: Format): readonly Block[] {
  if (factorCorrelations === null) return [];
  return [
    {
      title: m.survey_analyses_factor_correlations(),
      columns: ['', ...heads],
      rows: factorCorrelations.map((row, i) => [words(heads[i] ?? ''), ...row.map((r) => numberCell(r, 2, format))]),
    },
  ];
}

function parallelBlock({ parallel, factors }: Result, format: Format): Block {
  return {
    title: m.survey_analyses_parallel(),
    note: m.survey_analyses_parallel_note({ n: format.number(parallel.components), kept: format.number(factors) }),
    columns: ['', m.survey_analyses_eigenvalue(), m.survey_analyses_chance_mean(), m.survey_analyses_chance_limit()],
    rows: parallel.observed.map((value, i) => [
      words(format.number(i + 1)),
      { ...numberCell(value, 2, format), strong: i < parallel.components },
      ...[numberCell(parallel.means[i] ?? null, 2, format), numberCell(parallel.quantiles[i] ?? null, 2, format)],
    ]),
  };
}
