import type { MeasureOf } from '@zhiheng/forms/definition';
import { fieldsOf } from '@zhiheng/forms/fields';
import { rescaledPairwiseMoments } from '@zhiheng/stats/moments';
import { customerEffortScore, netPromoterScore, satisfactionIndexFromMoments, topBoxShare } from '@zhiheng/stats/survey';
import { wilsonInterval } from '@zhiheng/stats/intervals';
import { nameOfField, optionsOf } from '../names.rules.ts';
import { levelCounts, meanMoments, optionCounts, pairwiseMoments, totalMoments } from '../sums/sum-view.rules.ts';
import { scaleOf, type Body, type Source } from './section.rules.ts';

const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

function levelsOf({ form, sums, make }: Source, field: string) {
  const { min, counts, n } = levelCounts(sums, withRange(scaleOf(form, field)));
  const shown = n < make.least ? null : counts.map((count, i) => ({ level: min + i, n: count }));
  return { min, counts, n, shown };
}

const withRange = ({ key, min, max }: { readonly key: string; readonly min: number; readonly max: number }) => ({ field: key, min, max });

export function csatSection(source: Source, { field, from }: MeasureOf<'csat'>): Body<'csat'> {
  const { make } = source;
  const { min, counts, n, shown } = levelsOf(source, field);
  const found = topBoxShare({ top: sumOf(counts.slice(Math.max(0, from - min))), n });
  const headline = found.kind === 'insufficient' ? make.none(found) : make.of({ n, value: found.share, interval: found.interval });
  return { kind: 'csat', unit: 'share', headline, from, levels: shown };
}

/** Reichheld's groups: 0 to 6, 7 and 8, 9 and 10. */
const [passive, promoter] = [7, 9];

export function npsSection(source: Source, { field }: MeasureOf<'nps'>): Body<'nps'> {
  const { make } = source;
  const { counts, n, shown } = levelsOf(source, field);
  const groups = {
    promoters: sumOf(counts.slice(promoter)),
    passives: sumOf(counts.slice(passive, promoter)),
    detractors: sumOf(counts.slice(0, passive)),
  };
  const found = netPromoterScore(groups);
  const headline = found.kind === 'insufficient' ? make.none(found) : make.of({ n, value: found.score, interval: found.interval });
  return { kind: 'nps', unit: 'points', headline, groups: shown === null ? null : groups, levels: shown };
}

export function cesSection(source: Source, { field }: MeasureOf<'ces'>): Body<'ces'> {
  const { make } = source;
  const { counts, n, shown } = levelsOf(source, field);
  const found = customerEffortScore(counts, { easyMin: Math.min(5, counts.length) });
  if (found.kind === 'insufficient') {
    return { kind: 'ces', unit: 'scale', headline: make.none(found), easy: make.none(found), levels: shown };
  }
  const easy = make.of({ n, value: found.easyShare, interval: found.easyInterval });
  return { kind: 'ces', unit: 'scale', headline: make.of({ n, value: found.mean, interval: found.meanInterval }), easy, levels: shown };
}

export function csiSection({ form, sums, make }: Source, { fields, weights }: MeasureOf<'csi'>): Body<'csi'> {
  const scales = fields.map((field) => scaleOf(form, field));
  const [first] = scales;
  const isOneScale = scales.every(({ min, max }) => min === first?.min && max === first.max);
  const moments = pairwiseMoments(sums, fields);
  const found = satisfactionIndexFromMoments(isOneScale ? moments : rescaledPairwiseMoments(moments, scales), {
    scale: isOneScale && first !== undefined ? [first.min, first.max] : [0, 1],
    ...(weights === undefined ? {} : { weights }),
  });
  const none = { kind: 'csi' as const, unit: 'index' as const, unweighted: null, percentOfMaximum: null, items: [] };
  if (found.kind === 'insufficient') return { ...none, headline: make.none(found) };
  const headline = make.of({ n: found.n, value: found.index, interval: found.interval });
  if (headline.kind !== 'figure') return { ...none, headline };
  const items = fields.map((key, i) => ({
    key,
    name: nameOfField(form, key),
    n: found.itemCounts[i] ?? 0,
    mean: (moments.sums[i]?.[i] ?? 0) / (found.itemCounts[i] ?? 1),
    weight: found.weights[i] ?? 0,
  }));
  const percentOfMaximum = isOneScale ? found.percentOfMaximum : null;
  return { kind: 'csi', unit: 'index', headline, unweighted: found.unweightedIndex, percentOfMaximum, items };
}

export function meanSection({ sums, make }: Source, { fields, least = fields.length }: MeasureOf<'mean'>): Body<'mean'> {
  return { kind: 'mean', unit: 'scale', headline: make.mean(meanMoments(sums, { kind: 'mean', fields, least })) };
}

export function sumSection({ sums, make }: Source, { fields, points }: MeasureOf<'sum'>): Body<'sum'> {
  return { kind: 'sum', unit: 'sum', headline: make.mean(totalMoments(sums, { kind: 'total', fields, points })) };
}

/** Shares of the grades; the headline is 优良率, the share of the upper grades: the best two of four or more, else the best. */
export function gradesSection({ form, sums, make }: Source, { field, order }: MeasureOf<'grades'>): Body<'grades'> {
  const counts = gradeCounts({ form, sums, make }, field, order);
  const n = sumOf(counts);
  const upper = sumOf(counts.slice(0, order.length >= 4 ? 2 : 1));
  const shareOf = (count: number) => make.of({ n, value: n === 0 ? 0 : count / n, interval: wilsonInterval(count, n) });
  const labels = new Map(gradeNames(form, field).map(({ key, name }) => [key, name]));
  const grades = order.map((grade, i) => ({
    key: String(grade),
    name: labels.get(String(grade)) ?? Object.fromEntries(form.languages.map((language) => [language, String(grade)])),
    n: counts[i] ?? 0,
    share: shareOf(counts[i] ?? 0),
  }));
  return { kind: 'grades', unit: 'share', headline: shareOf(upper), grades: n < make.least ? null : grades };
}

function gradeCounts({ form, sums }: Source, key: string, order: readonly (string | number)[]): readonly number[] {
  const field = fieldsOf(form).find((each) => each.key === key);
  if (field?.kind === 'choice') return optionCounts(sums, key, order.map(String)).counts;
  const { min, counts } = levelCounts(sums, withRange(scaleOf(form, key)));
  return order.map((grade) => counts[Number(grade) - min] ?? 0);
}

function gradeNames(form: MeasureForm, field: string) {
  const options = optionsOf(form, field);
  if (options.length > 0) return options;
  const question = form.pages.flatMap(({ questions }) => questions).find(({ key }) => field === key || field.startsWith(`${key}.`));
  const labels = question !== undefined && 'scale' in question ? question.scale.labels : {};
  return Object.entries(labels).map(([key, name]) => ({ key, name }));
}

type MeasureForm = Source['form'];
