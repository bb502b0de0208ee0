import type { Figure, SliceBy } from '@zhiheng/contract/evaluation/scores';
import type { FindingSeverity } from '@zhiheng/contract/findings/finding-kind';
import type { RuleOf } from '@zhiheng/contract/findings/rules';
import type { EvidenceFigure } from '@zhiheng/contract/findings/findings';
import type { LocalText } from '@zhiheng/contract/values/text';
import type { Operation } from '../../../../platform/operation.ts';
import {
  addMonths,
  dayOf,
  leavesOf,
  loadEvaluation,
  loadMonths,
  monthsOf,
  monthStart,
  nameSlices,
  type Evaluation,
  type Figures,
} from '../../../evaluation/index.ts';
import { missesSurely } from '../gap.rules.ts';
import type { SeenFinding, Span } from '../span.ts';

type Rule = RuleOf<'gap'>;
type Slice = EvidenceFigure['slice'];

interface Place {
  readonly slice: Slice;
  readonly name: LocalText | null;
  readonly figuresOf: (month: string) => Figures;
}

const nowhere: Slice = { serviceId: null, teamId: null, siteId: null, segmentId: null };

/** Indicators of a scorecard that missed a limit in whole months of the span, so many running, by figures that suffice and intervals that exclude chance. */
export async function findGaps(operation: Operation, rule: Rule, { from, to }: Span): Promise<SeenFinding[]> {
  const evaluation = await loadEvaluation(operation, undefined);
  const { card, timeZone } = evaluation;
  const codes = [...new Set([...(card?.headline ?? []), ...leavesOf(card?.children ?? [])])];
  const months = { firstMonth: dayOf(from, timeZone).slice(0, 7), lastMonth: addMonths(dayOf(to, timeZone).slice(0, 7), -1) };
  if (codes.length === 0 || months.lastMonth < months.firstMonth) return [];
  const places = await placesOf(operation, evaluation, {
    codes,
    by: rule.by,
    read: { ...months, firstMonth: addMonths(months.firstMonth, 1 - rule.months) },
  });
  return monthsOf(months).flatMap((month) =>
    places.flatMap((place) => codes.flatMap((code) => gapOf({ code, month, place, rule, timeZone }) ?? [])),
  );
}

interface PlacesWish {
  readonly codes: readonly string[];
  readonly by: readonly SliceBy[];
  readonly read: { readonly firstMonth: string; readonly lastMonth: string };
}

const fieldOf = { service: 'serviceId', team: 'teamId', site: 'siteId', segment: 'segmentId' } as const satisfies Record<
  SliceBy,
  keyof Slice
>;

async function placesOf(operation: Operation, evaluation: Evaluation, { codes, by, read }: PlacesWish): Promise<Place[]> {
  const query = { codes, months: read, filter: {} };
  const one = (month: string) => ({ firstMonth: month, lastMonth: month });
  const house = await loadMonths(operation, evaluation, query);
  const places: Place[] = [{ slice: nowhere, name: null, figuresOf: (month) => house.figures(one(month)) }];
  for (const kind of by) {
    const loaded = await loadMonths(operation, evaluation, { ...query, by: kind });
    for (const { id, name } of await nameSlices(operation, kind, loaded.slices))
      places.push({ slice: { ...nowhere, [fieldOf[kind]]: id }, name, figuresOf: (month) => loaded.figures(one(month), id) });
  }
  return places;
}

interface GapWish {
  readonly code: string;
  readonly month: string;
  readonly place: Place;
  readonly rule: Rule;
  readonly timeZone: string;
}

/** As grave as the worst limit that is surely missed. */
function severityOf(figure: Figure): FindingSeverity {
  if (missesSurely(figure, 'critical')) return 'high';
  return missesSurely(figure, 'warning') ? 'medium' : 'low';
}

function gapOf({ code, month, place, rule, timeZone }: GapWish): SeenFinding | null {
  const running = Array.from({ length: rule.months }, (_, back) => place.figuresOf(addMonths(month, -back)).figure(code, null));
  const [figure] = running;
  if (figure === null || figure === undefined) return null;
  if (!running.every((each) => each !== null && missesSurely(each, rule.level))) return null;
  const at = monthStart(addMonths(month, 1), timeZone);
  const { name, value, n, interval, unit, decimals } = figure;
  const { slice } = place;
  const where = { zh: place.name === null ? '' : `（${place.name.zh}）`, en: place.name === null ? '' : ` (${place.name.en})` };
  return {
    ...{ source: 'gap', severity: severityOf(figure), indicator: code, slice, at },
    title: {
      zh: `${name.zh}未达${levelNames[rule.level].zh}${where.zh}`,
      en: `${name.en} misses its ${levelNames[rule.level].en}${where.en}`,
    },
    evidence: [
      {
        kind: 'figure',
        figure: {
          ...{ indicator: code, name, period: month, from: null, to: null, slice, value, n, interval, unit, decimals },
          ...{ target: figure[rule.level], asOf: at.toISOString(), href: `/app/indicators/${code}?${searchOf(month, slice)}` },
        },
      },
    ],
  };
}

const levelNames = {
  target: { zh: '目标', en: 'target' },
  warning: { zh: '预警值', en: 'warning limit' },
  critical: { zh: '临界值', en: 'critical limit' },
} as const;

const searchOf = (period: string, slice: Slice): string =>
  new URLSearchParams([['period', period], ...Object.entries(slice).flatMap(([key, id]) => (id === null ? [] : [[key, id]]))]).toString();
