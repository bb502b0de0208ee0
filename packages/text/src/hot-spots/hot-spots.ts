import { benjaminiHochbergAdjusted } from '@zhiheng/stats/comparison';
import { wilsonInterval } from '@zhiheng/stats/intervals';
import { insufficient, type Insufficient, type Interval } from '@zhiheng/stats/result';
import type { MentionCounts } from './count-mentions.ts';
import { fisherExactGreater } from './fisher-exact.ts';

/** A share of texts with its 95 % interval by Wilson. */
export interface MentionShare {
  readonly mentions: number;
  readonly n: number;
  readonly share: number;
  readonly ci95: Interval | null;
}

/** A matter that is mentioned in a larger share of texts than before. */
export interface HotSpot {
  readonly mention: string;
  readonly now: MentionShare;
  readonly before: MentionShare;
  /** share now over share before; null when nobody mentioned it before */
  readonly ratio: number | null;
  /** one-sided exact probability of so many by chance */
  readonly p: number;
  /** the same, adjusted for the number of matters that were tested */
  readonly adjustedP: number;
}

/** The hot spots of a period, and how they were looked for. */
export interface HotSpots {
  readonly kind: 'hot-spots';
  readonly n: number;
  readonly nBefore: number;
  /** the most surprising first */
  readonly hotSpots: readonly HotSpot[];
  /** matters that were tested: those that both periods together mention often enough */
  readonly tested: number;
  /** matters mentioned too rarely to be tested */
  readonly tooRare: number;
  readonly method: {
    readonly test: 'fisher-exact-greater';
    readonly control: 'benjamini-hochberg';
    readonly level: number;
    readonly minimum: number;
  };
}

/** When a matter is called hot. */
export interface HotSpotOptions {
  /** expected share of false alarms among the hot spots; 0.05 */
  readonly level?: number;
  /** mentions that a matter needs: in both periods to be tested, in this one to be named; 5 */
  readonly minimum?: number;
  /** texts that each period needs; 20 */
  readonly texts?: number;
}

/**
 * Which matters are mentioned in a larger share of this period's texts than before: Fisher's exact test of each, with the expected share of
 * false alarms kept at `level` (Benjamini and Hochberg 1995). A matter is tested when both periods together mention it often enough (a sum
 * that says nothing about the difference, so the choice does not spoil the tests: Bourgon, Gentleman, Huber 2010, PNAS 107, 9546–9551), and
 * named when this period does so by itself. Texts are taken as independent: ten texts of one author count as ten. Too few texts in either
 * period: insufficient. Throws RangeError when a count exceeds its period or a limit is impossible.
 * @example const quiet = { n: 200, counts: new Map([['凉了', 4], ['慢', 40]]) };
 * const loud = { n: 100, counts: new Map([['凉了', 20], ['慢', 19], ['退款', 1]]) };
 * hotSpots(loud, quiet).hotSpots.map(({ mention }) => mention) // ['凉了']
 * hotSpots({ n: 3, counts: new Map() }, quiet) // { kind: 'insufficient', n: 3, needed: 20 }
 */
export function hotSpots(now: MentionCounts, before: MentionCounts, options: HotSpotOptions = {}): HotSpots | Insufficient {
  const { level = 0.05, minimum = 5, texts = 20 } = options;
  if (!(level > 0 && level < 1)) throw new RangeError('the level lies between 0 and 1');
  if (!(minimum >= 1 && texts >= 1)) throw new RangeError('at least one mention and one text are needed');
  const fewest = Math.min(now.n, before.n);
  if (fewest < texts) return insufficient(fewest, texts);
  const candidates = [...now.counts]
    .filter(([mention, count]) => count + (before.counts.get(mention) ?? 0) >= minimum)
    .map(([mention]) => mention);
  const p = candidates.map((mention) => fisherExactGreater(countOf(now, mention), countOf(before, mention)));
  const adjusted = benjaminiHochbergAdjusted(p);
  const found = candidates.map((mention, i) => describe(mention, { now, before, p: p[i]!, adjustedP: adjusted[i]! }));
  return {
    kind: 'hot-spots',
    n: now.n,
    nBefore: before.n,
    hotSpots: found.filter((each) => each.adjustedP <= level && each.now.mentions >= minimum).sort(bySurprise),
    tested: candidates.length,
    tooRare: now.counts.size - candidates.length,
    method: { test: 'fisher-exact-greater', control: 'benjamini-hochberg', level, minimum },
  };
}

/** Smallest probability first; a tie by the name, so that the order does not depend on that of the counts. */
const bySurprise = (a: HotSpot, b: HotSpot): number => a.p - b.p || (a.mention < b.mention ? -1 : 1);

const countOf = ({ n, counts }: MentionCounts, mention: string) => ({ yes: counts.get(mention) ?? 0, n });

interface Tested {
  readonly now: MentionCounts;
  readonly before: MentionCounts;
  readonly p: number;
  readonly adjustedP: number;
}

function describe(mention: string, { now, before, p, adjustedP }: Tested): HotSpot {
  const present = shareOf(now, mention);
  const past = shareOf(before, mention);
  return { mention, now: present, before: past, ratio: past.share === 0 ? null : present.share / past.share, p, adjustedP };
}

function shareOf(period: MentionCounts, mention: string): MentionShare {
  const { yes, n } = countOf(period, mention);
  return { mentions: yes, n, share: yes / n, ci95: wilsonInterval(yes, n) };
}
