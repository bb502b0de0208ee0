import type { AnalysisResultOf } from '@zhiheng/contract/surveys/analysis-result';
import type { Format } from '../../../../lib/format/use-format.ts';
import { m } from '../../../../paraglide/messages.js';
import { intervalOf, numberOf, textOf } from '../../figure-words.ts';
import { dotOf, figureCells, figureHeads, nameCell, numberCell, shareCell, words, type Block } from './block.ts';
import { tableBlocks } from './cross-blocks.ts';

type Result = AnalysisResultOf<'clusters'>;
type Item = Result['profile'][number];

/** How sure the groups are, what each is like, and where its people belong. */
export function clusterBlocks(result: Result, format: Format): readonly Block[] {
  return [
    groupsBlock(result, format),
    ...result.groups.map((_, group) => profileBlock(result, group, format)),
    ...tableBlocks(result.tables, format),
    numberBlock(result, format),
  ];
}

/** A, B, C …: as the server names them in its tables. */
const letterOf = (group: number): string => m.survey_analyses_group({ letter: String.fromCodePoint(65 + group) });

/** Hennig (2007): below 0.6 a group should not be believed, from 0.75 on it may be named. */
function stabilityText(stability: number | null): string {
  if (stability === null) return '—';
  if (stability >= 0.75) return m.survey_analyses_stable();
  return stability < 0.6 ? m.survey_analyses_unstable() : m.survey_analyses_half_stable();
}

function groupsBlock({ groups, n, sampled, byGap, isAsked }: Result, format: Format): Block {
  const count = format.number(groups.length);
  const notes = [
    byGap === 1 ? m.survey_analyses_no_groups() : m.survey_analyses_gap_says({ n: format.number(byGap) }),
    isAsked ? m.survey_analyses_clusters_asked({ n: count }) : m.survey_analyses_clusters_chosen({ n: count }),
    ...(sampled < n ? [m.survey_analyses_sampled({ n: format.number(sampled) })] : []),
  ];
  return {
    title: m.survey_analyses_groups_title({ n: count, people: format.number(n) }),
    note: notes.join(' '),
    columns: [
      m.survey_analyses_of_what(),
      'n',
      m.survey_analyses_group_share(),
      m.survey_analyses_silhouette(),
      m.survey_analyses_stability(),
      '',
    ],
    rows: groups.map((group, at) => [
      ...[words(letterOf(at)), numberCell(group.n, 0, format), shareCell(group.share, format), numberCell(group.silhouette, 2, format)],
      ...[numberCell(group.stability, 2, format), words(stabilityText(group.stability))],
    ]),
  };
}

/** Deviations of this size are worth a word in the title. */
const marked = 0.5;

function profileBlock({ profile, groups }: Result, group: number, format: Format): Block {
  const { n, share } = groups[group] ?? { n: 0, share: 0 };
  const deviationOf = (item: Item): Item['groups'][number] | undefined => item.groups[group];
  const all = profile.flatMap((item) => item.groups.flatMap(({ deviation }) => [numberOf(deviation), ...(intervalOf(deviation) ?? [])]));
  return {
    title: m.survey_results_title_finding({
      name: m.survey_analyses_group_of({ group: letterOf(group), share: format.percent(100 * share), n: format.number(n) }),
      finding: likeness(profile, group, format),
    }),
    note: m.survey_analyses_profile_note(),
    columns: [m.survey_results_item(), ...figureHeads(), m.survey_analyses_mean_all(), m.survey_analyses_deviation()],
    rows: profile.map((item) => {
      const own = deviationOf(item);
      const cells = own === undefined ? [] : figureCells(own.mean, 'scale', format);
      return [nameCell(item, format), ...cells, numberCell(item.mean, 2, format), numberCell(numberOf(own?.deviation ?? null), 2, format)];
    }),
    dots: {
      unit: 'gap',
      zero: m.survey_analyses_mean_all(),
      across: all.filter((value) => value !== null),
      rows: profile.flatMap((item) => {
        const own = deviationOf(item);
        return own === undefined ? [] : [dotOf({ key: item.key, name: textOf(item.name, format), figure: own.deviation }, 'gap', format)];
      }),
    },
  };
}

/** Where a group stands out most, in words. */
function likeness(profile: Result['profile'], group: number, format: Format): string {
  const apart = profile
    .map((item) => ({ name: textOf(item.name, format), deviation: numberOf(item.groups[group]?.deviation ?? null) ?? 0 }))
    .filter(({ deviation }) => Math.abs(deviation) >= marked)
    .sort((a, b) => Math.abs(b.deviation) - Math.abs(a.deviation));
  const higher = apart.filter(({ deviation }) => deviation > 0).map(({ name }) => name);
  const lower = apart.filter(({ deviation }) => deviation < 0).map(({ name }) => name);
  if (apart.length === 0) return m.survey_analyses_like_all();
  if (higher.length === profile.length) return m.survey_analyses_higher_all();
  if (lower.length === profile.length) return m.survey_analyses_lower_all();
  return [
    ...(higher.length === 0 ? [] : [m.survey_analyses_higher({ list: format.list(higher.slice(0, 3)) })]),
    ...(lower.length === 0 ? [] : [m.survey_analyses_lower({ list: format.list(lower.slice(0, 3)) })]),
  ].join(m.survey_analyses_likeness_join());
}

function numberBlock({ candidates, groups }: Result, format: Format): Block {
  return {
    title: m.survey_analyses_how_many(),
    note: m.survey_analyses_how_many_note(),
    columns: [
      m.survey_analyses_clusters(),
      m.survey_analyses_silhouette(),
      m.survey_analyses_gap(),
      m.survey_analyses_gap_error(),
      m.survey_analyses_smallest(),
    ],
    rows: candidates.map((each) => [
      { ...numberCell(each.clusters, 0, format), strong: each.clusters === groups.length },
      ...[numberCell(each.silhouette, 3, format), numberCell(each.gap, 3, format), numberCell(each.gapError, 3, format)],
      numberCell(each.smallest, 0, format),
    ]),
  };
}
