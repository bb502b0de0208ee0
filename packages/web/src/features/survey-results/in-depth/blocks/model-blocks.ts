import type { AnalysisResultOf } from '@zhiheng/contract/surveys/analysis-result';
import type { Format } from '../../../../lib/format/use-format.ts';
import { m } from '../../../../paraglide/messages.js';
import { figureText, pText, textOf, valueText } from '../../figure-words.ts';
import { dotOf, figureCells, figureHeads, nameCell, numberCell, words, type Block } from './block.ts';

/** Indexes, effects and questions of a satisfaction model. */
export function pathBlocks({ constructs, paths, n, resamples, failed }: AnalysisResultOf<'paths'>, format: Format): readonly Block[] {
  const names = new Map(constructs.map(({ key, name }) => [key, textOf(name, format)]));
  const pathName = ({ from, to }: { readonly from: string; readonly to: string }) => `${names.get(from) ?? from} → ${names.get(to) ?? to}`;
  const drawn = { n: format.number(n), resamples: format.number(resamples), failed: format.number(failed) };
  return [
    {
      title: m.survey_analyses_indexes(),
      columns: [m.survey_results_construct(), ...figureHeads(), 'R²', 'α', m.survey_analyses_composite(), 'AVE'],
      rows: constructs.map(({ name, index, rSquared, alpha, compositeReliability, averageVarianceExtracted }) => [
        ...[nameCell({ name }, format), ...figureCells(index, 'index', format)],
        ...[numberCell(rSquared?.kind === 'figure' ? rSquared.value : null, 3, format), numberCell(alpha, 3, format)],
        ...[numberCell(compositeReliability, 3, format), numberCell(averageVarianceExtracted, 3, format)],
      ]),
      dots: {
        unit: 'index',
        rows: constructs.map(({ key, name, index }) => dotOf({ key, name: textOf(name, format), figure: index }, 'index', format)),
      },
    },
    {
      title: m.survey_analyses_effects(),
      note: m.survey_analyses_effects_note(drawn),
      columns: [m.survey_results_path(), ...figureHeads()],
      rows: paths.map((path) => [words(pathName(path)), ...figureCells(path.estimate, 'scale', format)]),
      dots: {
        unit: 'scale',
        rows: paths.map((path) => dotOf({ key: `${path.from} ${path.to}`, name: pathName(path), figure: path.estimate }, 'scale', format)),
      },
    },
    outerBlock(constructs, format),
  ];
}

/** How each question hangs together with its construct. */
function outerBlock(constructs: AnalysisResultOf<'paths'>['constructs'], format: Format): Block {
  return {
    title: m.survey_analyses_outer(),
    columns: [
      m.survey_results_item(),
      m.survey_results_construct(),
      m.survey_analyses_loading(),
      m.survey_results_low(),
      m.survey_results_high(),
      m.survey_analyses_weight(),
    ],
    rows: constructs.flatMap((construct) =>
      construct.indicators.map((item) => [
        ...[nameCell(item, format), nameCell(construct, format), ...figureCells(item.loading, 'scale', format)],
        numberCell(item.weight, 3, format),
      ]),
    ),
  };
}

/** Which aspects matter most, the greatest share first. */
export function driverBlocks(
  { predictors, outcome, rSquared, n, resamples }: AnalysisResultOf<'drivers'>,
  format: Format,
): readonly Block[] {
  const shareOf = ({ share }: (typeof predictors)[number]): number => (share.kind === 'figure' ? share.value : 0);
  const ordered = [...predictors].sort((a, b) => shareOf(b) - shareOf(a));
  return [
    {
      title: m.survey_analyses_driver_shares(),
      note: m.survey_analyses_drivers_note({
        ...{ outcome: textOf(outcome.name, format), r2: figureText(rSquared, 'share', format) },
        ...{ n: format.number(n), resamples: format.number(resamples) },
      }),
      columns: [
        m.survey_results_item(),
        ...figureHeads(),
        m.survey_analyses_mean(),
        m.survey_analyses_r(),
        m.survey_analyses_coefficient(),
        'p',
      ],
      rows: ordered.map((predictor) => [
        ...[nameCell(predictor, format), ...figureCells(predictor.share, 'share', format), numberCell(predictor.mean, 2, format)],
        ...[numberCell(predictor.correlation, 2, format), figureCells(predictor.coefficient, 'scale', format)[0] ?? words('—')],
        { text: predictor.p === null ? '—' : pText(predictor.p, format), value: predictor.p },
      ]),
      dots: {
        unit: 'share',
        rows: ordered.map(({ key, name, share }) => dotOf({ key, name: textOf(name, format), figure: share }, 'share', format)),
      },
    },
  ];
}

/** How dependably a scale measures, and how well one factor explains it. */
export function reliabilityBlocks(result: AnalysisResultOf<'reliability'>, format: Format): readonly Block[] {
  const { omega, alpha, deltaInterval, fit, items, n, resamples, failed } = result;
  const delta = deltaInterval === null ? '—' : deltaInterval.map((limit) => valueText(limit, 'scale', format)).join(' – ');
  const three = (value: number) => format.number(value, 3);
  return [
    {
      title: m.survey_analyses_omega(),
      note: m.survey_analyses_omega_note({
        n: format.number(n),
        resamples: format.number(resamples),
        failed: format.number(failed),
        delta,
      }),
      columns: [m.survey_analyses_of_what(), ...figureHeads()],
      rows: [
        [words('ω'), ...figureCells(omega, 'scale', format)],
        [words('α'), ...figureCells(alpha, 'scale', format)],
        [words(m.survey_analyses_composite()), numberCell(result.compositeReliability, 2, format), words(''), words('')],
        [words('AVE'), numberCell(result.averageVarianceExtracted, 2, format), words(''), words('')],
      ],
      dots: {
        unit: 'scale',
        rows: [
          dotOf({ key: 'omega', name: 'ω', figure: omega }, 'scale', format),
          dotOf({ key: 'alpha', name: 'α', figure: alpha }, 'scale', format),
        ],
      },
    },
    {
      title: m.survey_analyses_fit(),
      note: m.survey_analyses_fit_note({
        ...{ df: format.number(fit.df), chi: format.number(fit.chiSquare, 2), p: fit.p === null ? 'p —' : pText(fit.p, format) },
        ...{ cfi: three(fit.comparativeFitIndex), rmsea: three(fit.rmsea), srmr: three(fit.srmr) },
      }),
      columns: [m.survey_results_item(), m.survey_analyses_loading()],
      rows: items.map((item) => [nameCell(item, format), numberCell(item.loading, 3, format)]),
    },
  ];
}

/** Pairs of questions, the closest first. */
export function correlationBlocks({ fields, pairs, n }: AnalysisResultOf<'correlations'>, format: Format): readonly Block[] {
  const nameAt = (at: number): string =>
    fields
      .slice(at, at + 1)
      .map(({ name }) => textOf(name, format))
      .join('');
  const strength = ({ pearson }: (typeof pairs)[number]): number => (pearson.kind === 'figure' ? Math.abs(pearson.value) : 0);
  const p = (value: number | null) => ({ text: value === null ? '—' : pText(value, format), value });
  return [
    {
      title: m.survey_analyses_kind_correlations(),
      note: m.survey_results_n({ n: format.number(n) }),
      columns: [
        m.survey_analyses_pair(),
        'r',
        m.survey_results_low(),
        m.survey_results_high(),
        m.survey_analyses_adjusted(),
        'Spearman ρ',
        'Kendall τ',
      ],
      rows: [...pairs]
        .sort((a, b) => strength(b) - strength(a))
        .map((pair) => [
          ...[words(`${nameAt(pair.x)} × ${nameAt(pair.y)}`), ...figureCells(pair.pearson, 'scale', format), p(pair.adjustedP)],
          ...[numberCell(pair.spearman, 2, format), numberCell(pair.kendall, 2, format)],
        ]),
    },
  ];
}
