import type { Form, MeasureOf } from '@zhiheng/forms/definition';
import { principalComponentsFromMoments, samplingAdequacyFromMoments, sphericityFromMoments, varimax } from '@zhiheng/stats/factor';
import { correlationOf, meansOf, type CrossMoments } from '@zhiheng/stats/moments';
import { partialLeastSquaresFromMoments } from '@zhiheng/stats/path-model';
import { linearRegressionFromMoments, relativeImportanceFromMoments } from '@zhiheng/stats/regression';
import { alphaFromMoments, itemAnalysisFromMoments, omegaFromMoments, oddItems, splitHalfFromMoments } from '@zhiheng/stats/reliability';
import { isDetermined, type Insufficient, type Undetermined } from '@zhiheng/stats/result';
import { kanoCategory, kanoFeature, type KanoCategory } from '@zhiheng/stats/survey';
import { nameOfField, nameOfRow, wholeName } from '../names.rules.ts';
import { completeSets, kanoFields } from '../sums/block.rules.ts';
import { completeMoments, pairCounts } from '../sums/sum-view.rules.ts';
import { scaleOf, type Body, type Source } from './section.rules.ts';

export function kanoSection({ form, sums, make }: Source, { question }: MeasureOf<'kano'>): Body<'kano'> {
  const features = kanoFields(form, question).flatMap(({ row, first, second }) => {
    const found = kanoFeature(categoryCounts(pairCounts(sums, first, second)));
    if (!isDetermined(found) || found.n < make.least) return [];
    const { n, counts, category, tied, categoryStrength, totalStrength, coefficients } = found;
    const none = make.none({ kind: 'undetermined', n, reason: 'no-variation' });
    const { better, worse } =
      coefficients === null
        ? { better: none, worse: none }
        : {
            better: make.of({ n: coefficients.n, value: coefficients.better, interval: coefficients.betterInterval }),
            worse: make.of({ n: coefficients.n, value: coefficients.worse, interval: coefficients.worseInterval }),
          };
    const named = { key: row, name: nameOfRow(form, question, row) ?? {} };
    return [{ ...named, n, counts: { ...counts }, category, tied: [...tied], categoryStrength, totalStrength, better, worse }];
  });
  return { kind: 'kano', unit: null, headline: null, features };
}

function categoryCounts(table: readonly (readonly number[])[]): Record<KanoCategory, number> {
  const counts = { A: 0, O: 0, M: 0, I: 0, R: 0, Q: 0 };
  for (const [f, row] of table.entries()) for (const [d, count] of row.entries()) counts[kanoCategory(f + 1, d + 1)] += count;
  return counts;
}

/** All subsets of the predictors are looked at: beyond this the page would wait. */
const mostForShares = 14;

export function driversSection({ form, sums, make }: Source, measure: MeasureOf<'drivers'>): Body<'drivers'> {
  const { fields, outcome } = measure;
  const moments = completeMoments(sums, completeSets(form, measure)[0] ?? []);
  const variables = { outcome: fields.length, predictors: fields.map((_, i) => i) };
  const named = { kind: 'drivers' as const, unit: 'share' as const, outcome: { key: outcome, name: wholeName(form, outcome) } };
  const fitted = linearRegressionFromMoments(moments, variables);
  if (!isDetermined(fitted) || fitted.n < make.least) {
    const why = isDetermined(fitted) ? { kind: 'insufficient' as const, n: fitted.n, needed: make.least } : fitted;
    return { ...named, headline: make.none(why), predictors: [] };
  }
  const importance = fields.length > mostForShares ? null : relativeImportanceFromMoments(moments, variables);
  const means = meansOf(moments);
  const shares = importance?.kind === 'relative-importance' ? importance.predictors.map(({ lmgShare }) => lmgShare) : [];
  const predictors = fitted.coefficients.slice(1).map(({ estimate, interval, p }, i) => ({
    ...namedField(form, fields[i] ?? ''),
    mean: means[i] ?? 0,
    share: shares[i] ?? null,
    coefficient: make.of({ n: fitted.n, value: estimate, interval }),
    p,
  }));
  return { ...named, headline: make.of({ n: fitted.n, value: fitted.r2, interval: null }), predictors };
}

export function structureSection({ form, sums, make }: Source, measure: MeasureOf<'structure'>): Body<'structure'> {
  const sets = completeSets(form, measure);
  const all = sets.at(-1) ?? [];
  return {
    kind: 'structure',
    unit: null,
    headline: null,
    scales: measure.scales.map(({ key, name, fields }) => ({ key, name, ...reliabilityOf({ form, sums, make }, fields) })),
    structure: structureOf(form, completeMoments(sums, all), { fields: all, least: make.least }),
  };
}

function reliabilityOf({ form, sums, make }: Source, fields: readonly string[]) {
  const moments = completeMoments(sums, fields);
  const { n } = moments;
  const [alpha, omega] = [alphaFromMoments(moments), omegaFromMoments(moments)];
  return {
    n,
    alpha: isDetermined(alpha) ? make.of({ n, value: alpha.alpha, interval: alpha.interval }) : make.none(alpha),
    standardisedAlpha: n >= make.least && isDetermined(alpha) ? alpha.standardised : null,
    omega: isDetermined(omega) ? make.of({ n, value: omega.omega, interval: omega.interval }) : make.none(omega),
    splitHalf: n >= make.least ? halvesOf(moments) : null,
    items: n >= make.least ? itemsOf(form, moments, fields) : [],
  };
}

/** Odd against even items, after Spearman and Brown. */
function halvesOf(moments: CrossMoments): number | null {
  const items = moments.origin.length;
  if (items < 2) return null;
  const halves = splitHalfFromMoments(moments, oddItems(items));
  return isDetermined(halves) ? halves.spearmanBrown : null;
}

function itemsOf(form: Form, moments: CrossMoments, fields: readonly string[]) {
  const found = itemAnalysisFromMoments(moments);
  return isDetermined(found) ? found.items.map((item, i) => ({ ...itemOf(item), ...namedField(form, fields[i] ?? '') })) : [];
}

const namedField = (form: Form, key: string) => ({ key, name: nameOfField(form, key) });

interface Item {
  readonly mean: number;
  readonly standardDeviation: number;
  readonly correctedItemTotal: number | null;
  readonly alphaIfDeleted: number | null;
}
const itemOf = ({ mean, standardDeviation, correctedItemTotal, alphaIfDeleted }: Item): Item => ({
  mean,
  standardDeviation,
  correctedItemTotal,
  alphaIfDeleted,
});

interface StructureOptions {
  readonly fields: readonly string[];
  readonly least: number;
}

const notDetermined = (outcome: Insufficient | Undetermined) =>
  outcome.kind === 'insufficient' ? outcome : { kind: outcome.kind, n: outcome.n, reason: outcome.reason };

/** Principal components with eigenvalues above 1, rotated by varimax. */
function structureOf(form: Form, moments: CrossMoments, { fields, least }: StructureOptions): Body<'structure'>['structure'] {
  const { n } = moments;
  const needed = Math.max(least, fields.length + 1);
  if (n < needed) return { kind: 'insufficient', n, needed };
  const [adequacy, sphericity] = [samplingAdequacyFromMoments(moments), sphericityFromMoments(moments)];
  const components = principalComponentsFromMoments(moments);
  if (!isDetermined(components)) return notDetermined(components);
  if (!isDetermined(adequacy)) return notDetermined(adequacy);
  if (!isDetermined(sphericity)) return notDetermined(sphericity);
  const kept = Math.max(1, components.eigenvalues.filter((value) => value > 1).length);
  const unrotated = components.loadings.map((row) => row.slice(0, kept));
  const loadings = kept === 1 ? unrotated : varimax(unrotated);
  const squares = (factor: number): number => loadings.reduce((sum, row) => sum + (row[factor] ?? 0) ** 2, 0);
  return {
    kind: 'factors',
    n,
    adequacy: adequacy.overall,
    sphericity: { chiSquare: sphericity.chiSquare, df: sphericity.df, p: sphericity.p },
    eigenvalues: [...components.eigenvalues],
    factors: kept,
    explained: Array.from({ length: kept }, (_, factor) => squares(factor) / fields.length),
    rotation: 'varimax',
    loadings: fields.map((key, i) => ({
      ...namedField(form, key),
      loadings: [...(loadings[i] ?? [])],
      communality: (loadings[i] ?? []).reduce((sum, value) => sum + value ** 2, 0),
    })),
  };
}

export function ecsiSection({ form, sums, make }: Source, measure: MeasureOf<'ecsi'>): Body<'ecsi'> {
  const fields = completeSets(form, measure)[0] ?? [];
  const moments = completeMoments(sums, fields);
  const none = { kind: 'ecsi' as const, unit: 'index' as const, constructs: [], paths: [] };
  if (moments.n < make.least || !isDetermined(correlationOf(moments))) {
    return { ...none, headline: make.none({ kind: 'insufficient', n: moments.n, needed: fields.length + 1 }) };
  }
  const found = partialLeastSquaresFromMoments(moments, pathModelOf(measure), { scale: scaleOfModel(form, fields) });
  if (!isDetermined(found)) return { ...none, headline: make.none(found) };
  const index = found.latents.find(({ name }) => name === measure.index)?.index ?? null;
  return {
    ...none,
    headline:
      index === null
        ? make.none({ kind: 'undetermined', n: found.n, reason: 'not-positive' })
        : make.of({ n: found.n, value: index, interval: null }),
    constructs: found.latents.map((latent, i) => ({
      key: latent.name,
      name: measure.blocks[i]?.name ?? {},
      index: latent.index,
      rSquared: latent.rSquared,
      averageVarianceExtracted: latent.averageVarianceExtracted,
      indicators: latent.indicators.map(({ item, loading, weight }) => ({ ...namedField(form, fields[item] ?? ''), loading, weight })),
    })),
    paths: found.paths.map(({ from, to, estimate }) => ({ from, to, estimate })),
  };
}

/** A path model over the fields of its blocks in their order. */
export function pathModelOf({ blocks, paths }: MeasureOf<'ecsi'>) {
  let at = 0;
  return { latents: blocks.map(({ key, fields }) => ({ name: key, indicators: fields.map(() => at++) })), paths };
}

/** The scale that all fields share, or the widest that holds them all. */
export function scaleOfModel(form: Form, fields: readonly string[]) {
  const scales = fields.map((field) => scaleOf(form, field));
  return { low: Math.min(...scales.map(({ min }) => min)), high: Math.max(...scales.map(({ max }) => max)) };
}
