import { moveCentres, silhouette, standardiseRows, type Partition } from '@zhiheng/stats/clustering';
import { momentsOf } from '@zhiheng/stats/moments';
import { seededRandom } from '@zhiheng/stats/random';
import { isDetermined } from '@zhiheng/stats/result';
import type { AnalysisRequestOf } from '@zhiheng/contract/surveys/analysis-request';
import type { AnalysisResult, AnalysisResultOf } from '@zhiheng/contract/surveys/analysis-result';
import { figureMaker } from '../../results/figure.rules.ts';
import { axisOf, type Axis, type PlaceNames } from '../axis.rules.ts';
import type { Steps } from '../run-steps.ts';
import { completePeople, namedFields, type Complete, type Named, type Sample } from '../sample.rules.ts';
import { candidates, stability, type Candidate } from './cluster-number.rules.ts';
import { corrected, onceEach } from './cross.rules.ts';
import { tableOf } from './cross-table.rules.ts';
import { noResult } from './outcome.rules.ts';

type Request = AnalysisRequestOf<'clusters'>;
type Result = AnalysisResultOf<'clusters'>;
type Rows = readonly (readonly number[])[];

/** The number of groups and their stability come from so many answers at most: both take the square of them, or hundreds of partitions. */
const mostSampled = 1_000;
/** Fewer people are no evidence for groups of any kind. */
const fewest = 30;
/** After so many passes over all answers the centres of a sample of them have long been theirs. */
const mostPasses = 100;

/** Groups of people who answer alike: how many there are, how sure that is, what each is like, and where its people belong. */
export function* clusters(sample: Sample, request: Request, places: PlaceNames): Steps<AnalysisResult> {
  const names = namedFields(sample.form, request.fields);
  const people = completePeople(sample, request.fields);
  const needed = Math.max(2 * sample.minimum, fewest, names.length + 1);
  if (people.length < needed) return { kind: 'insufficient', n: people.length, needed };
  const standardised = standardiseRows(people.map(({ values }) => values));
  if (!isDetermined(standardised)) return noResult(standardised, names);
  const drawn = draw(standardised.rows, request.seed);
  const found = yield* candidates(drawn, request.seed);
  if (!isDetermined(found)) return noResult(found, names);
  const tried = yield* amongAll(standardised.rows, found.candidates);
  const chosen = tried.find(({ clusters: count }) => count === (request.clusters ?? farthestApart(tried, sample.minimum)));
  if (chosen === undefined || chosen.smallest < sample.minimum)
    return { kind: 'undetermined', n: people.length, reason: 'small-groups', fields: [] };
  const { partition, drawn: own } = chosen;
  return {
    kind: 'clusters',
    ...{ n: people.length, sampled: drawn.length, isAsked: request.clusters !== null, byGap: found.byGap },
    candidates: tried.map(({ partition: _partition, drawn: _drawn, ...told }) => told),
    groups: groupsOf(partition, { apart: silhouette(drawn, own.labels), stable: yield* stability(drawn, own, request.seed) }),
    profile: profileOf({ people, rows: standardised.rows, names, least: sample.minimum }, partition),
    ...tablesBy({ sample, places, request }, people, partition),
  };
}

/** A partition of all answers, and the one of those that were drawn. */
interface Tried extends Candidate {
  readonly drawn: Partition;
}

/** The groups of the answers that were drawn, among all of them. */
function* amongAll(rows: Rows, found: readonly Candidate[]): Steps<readonly Tried[]> {
  const tried: Tried[] = [];
  for (const each of found) {
    const isWhole = each.partition.labels.length === rows.length;
    const partition = isWhole ? each.partition : yield* extend(rows, each.partition);
    tried.push({ ...each, partition, drawn: each.partition, smallest: Math.min(...partition.sizes) });
  }
  return tried;
}

/** Rows in a random order of the seed, the first of them; all where they are few. */
function draw(rows: Rows, seed: number): Rows {
  if (rows.length <= mostSampled) return rows;
  const random = seededRandom(seed);
  const order = rows.map((row) => ({ row, place: random() })).sort((a, b) => a.place - b.place);
  return order.slice(0, mostSampled).map(({ row }) => row);
}

/** The groups of a sample as they are among all: centres are moved until they stand still. */
function* extend(rows: Rows, partition: Partition): Steps<Partition> {
  let centres = partition.centres;
  for (let pass = 0; pass < mostPasses; pass++) {
    const found = moveCentres(rows, centres);
    yield 0.6;
    if (found.centres.flat().every((value, i) => Math.abs(value - (centres.flat()[i] ?? 0)) < 1e-9)) break;
    centres = found.centres;
  }
  return { ...moveCentres(rows, centres), centres };
}

/** The number with the widest mean silhouette among those whose groups are large enough to be shown. */
function farthestApart(tried: readonly Candidate[], minimum: number): number {
  const enough = tried.filter(({ clusters: count, smallest }) => count > 1 && smallest >= minimum);
  return [...enough].sort((a, b) => (b.silhouette ?? -1) - (a.silhouette ?? -1))[0]?.clusters ?? 0;
}

interface Judged {
  readonly apart: ReturnType<typeof silhouette>;
  readonly stable: readonly (number | null)[];
}

function groupsOf({ sizes }: Partition, { apart, stable }: Judged): Result['groups'] {
  const n = sizes.reduce((sum, size) => sum + size, 0);
  const widths = apart.kind === 'silhouette' ? apart.clusters : [];
  return sizes.map((size, at) => ({ n: size, share: size / n, silhouette: widths[at] ?? 0, stability: stable[at] ?? null }));
}

interface Answered {
  readonly people: readonly Complete[];
  readonly rows: Rows;
  readonly names: readonly Named[];
  readonly least: number;
}

function profileOf({ people, rows, names, least }: Answered, { labels, sizes }: Partition): Result['profile'] {
  const make = figureMaker(least);
  return names.map((named, item) => {
    const answers = people.map(({ values }) => values[item] ?? 0);
    const deviations = rows.map((row) => row[item] ?? 0);
    const ofGroup = (values: readonly number[], group: number) => make.mean(momentsOf(values.filter((_, i) => labels[i] === group)));
    return {
      ...named,
      mean: answers.reduce((sum, value) => sum + value, 0) / people.length,
      groups: sizes.map((_, group) => ({ mean: ofGroup(answers, group), deviation: ofGroup(deviations, group) })),
    };
  });
}

interface Asked {
  readonly sample: Sample;
  readonly places: PlaceNames;
  readonly request: Request;
}

const groupName = { zh: '群体', en: 'Group' };
/** A, B, C …: the largest first. */
const letterOf = (group: number): string => String.fromCodePoint(65 + group);

/** Where the people of each group belong. */
function tablesBy(
  { sample, places, request }: Asked,
  people: readonly Complete[],
  { labels, sizes }: Partition,
): Pick<Result, 'tables' | 'hidden' | 'correction'> {
  const groupOf = new Map(people.map(({ row }, i) => [row, labels[i] ?? -1]));
  const groups: Axis = {
    named: { key: 'group', name: groupName },
    levels: sizes.map((_, group) => ({ key: letterOf(group), name: { zh: letterOf(group), en: letterOf(group) } })),
    isPlace: true,
    levelOf: (row) => groupOf.get(row) ?? -1,
    chosenBy: null,
  };
  const counted = { layer: null, rows: people.map(({ row }) => row), minimum: sample.minimum };
  const found = request.by.map((asked) => tableOf(counted, axisOf(asked, sample.form, places), groups));
  return {
    correction: request.correction,
    tables: corrected(
      found.flatMap(({ table }) => table ?? []),
      request.correction,
    ),
    hidden: onceEach(found.flatMap(({ hidden }) => hidden)),
  };
}
