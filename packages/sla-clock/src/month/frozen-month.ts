import type { Instant } from '../calendar/calendar.ts';
import { monthInterval, type Month } from './month.ts';

/** A figure as it was reported: its value in its own unit (null: not measured), and how many cases or readings stand behind it. */
export interface Figure {
  readonly value: number | null;
  readonly n: number;
}

/** The figures of a month by stable names such as `sla/resolution`. */
export type Figures = Readonly<Record<string, Figure>>;

/** What was reported when the month was closed. It never changes. */
export interface MonthSnapshot {
  readonly month: Month;
  readonly zone: string;
  readonly frozenAt: Instant;
  readonly frozenBy: string;
  /** published versions of policies and calendars that the figures rest on, by id */
  readonly versions: Readonly<Record<string, number>>;
  readonly figures: Figures;
}

/** How one figure of a closed month changed; null for a figure that was not there. */
export interface FigureDelta {
  readonly before: Figure | null;
  readonly after: Figure | null;
  /** after − before; null unless both have a value */
  readonly change: number | null;
}

/** A correction of a closed month: what changed, since when it is known, and why. */
export interface Restatement {
  /** 1 for the first */
  readonly number: number;
  readonly at: Instant;
  readonly by: string;
  readonly reason: string;
  readonly deltas: Readonly<Record<string, FigureDelta>>;
}

/** A closed month with its corrections in order. */
export interface FrozenMonth {
  readonly snapshot: MonthSnapshot;
  readonly restatements: readonly Restatement[];
}

/** The corrected figures equal the reported ones: there is nothing to restate. */
export interface Unchanged {
  readonly kind: 'unchanged';
}

/** Who corrects a closed month, when and why. */
export type RestatementNote = Pick<Restatement, 'at' | 'by' | 'reason'>;

/**
 * Closes a month.
 * @throws RangeError when the month has not ended, or nobody closes it
 * @example freezeMonth({ month: '1970-01', zone: 'UTC', frozenAt: 2_700_000, frozenBy: 'Li', versions: {}, figures: {} }).restatements // []
 */
export function freezeMonth(snapshot: MonthSnapshot): FrozenMonth {
  if (snapshot.frozenAt < monthInterval(snapshot.month, snapshot.zone).to) throw new RangeError('a month is closed after it has ended');
  if (snapshot.frozenBy.trim() === '') throw new RangeError('somebody closes a month');
  return { snapshot, restatements: [] };
}

/**
 * Corrects a closed month: the snapshot stays, the restatement says by how much each figure changed and why. Figures that are equal
 * make no restatement.
 * @throws RangeError without reason or name, or when the correction is older than what it corrects
 * @example
 * const frozen = freezeMonth({ month: '1970-01', zone: 'UTC', frozenAt: 2_700_000, frozenBy: 'Li', versions: {}, figures: { csat: { value: 0.5, n: 8 } } });
 * const note = { at: 2_800_000, by: 'Li', reason: 'two answers came late' };
 * restateMonth(frozen, { csat: { value: 0.75, n: 10 } }, note).restatements[0].deltas.csat.change // 0.25
 * restateMonth(frozen, { csat: { value: 0.5, n: 8 } }, note) // { kind: 'unchanged' }
 */
export function restateMonth(frozen: FrozenMonth, figures: Figures, note: RestatementNote): FrozenMonth | Unchanged {
  if (note.reason.trim() === '' || note.by.trim() === '') throw new RangeError('a restatement names its reason and who made it');
  if (note.at < (frozen.restatements.at(-1)?.at ?? frozen.snapshot.frozenAt))
    throw new RangeError('a restatement follows what it corrects');
  const deltas = figureDeltas(figuresOf(frozen), figures);
  if (Object.keys(deltas).length === 0) return { kind: 'unchanged' };
  const restatement = { number: frozen.restatements.length + 1, at: note.at, by: note.by, reason: note.reason, deltas };
  return { snapshot: frozen.snapshot, restatements: [...frozen.restatements, restatement] };
}

/**
 * The figures of a closed month as they stood at an instant, now when absent: the snapshot's figures until the first restatement.
 * @example
 * const frozen = freezeMonth({ month: '1970-01', zone: 'UTC', frozenAt: 2_700_000, frozenBy: 'Li', versions: {}, figures: { csat: { value: 0.5, n: 8 } } });
 * const note = { at: 2_800_000, by: 'Li', reason: 'two answers came late' };
 * const restated = restateMonth(frozen, { csat: { value: 0.75, n: 10 } }, note);
 * figuresOf(restated).csat.value // 0.75
 * figuresOf(restated, 2_799_999).csat.value // 0.5
 */
export function figuresOf({ snapshot, restatements }: FrozenMonth, knownAt: Instant = Infinity): Figures {
  const known = restatements.filter(({ at }) => at <= knownAt);
  return known.reduce((figures, { deltas }) => applyDeltas(figures, deltas), snapshot.figures);
}

/**
 * What changed between two sets of figures, by name; what is equal is left out.
 * @example figureDeltas({ a: { value: 0.9, n: 10 } }, { a: { value: 0.5, n: 10 } }).a.change // -0.4
 */
export function figureDeltas(before: Figures, after: Figures): Readonly<Record<string, FigureDelta>> {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  const deltas = names.map((name): [string, FigureDelta] => [name, deltaOf(before[name] ?? null, after[name] ?? null)]);
  return Object.fromEntries(deltas.filter(([, delta]) => !areEqual(delta.before, delta.after)));
}

function deltaOf(before: Figure | null, after: Figure | null): FigureDelta {
  const [was, is] = [before?.value ?? null, after?.value ?? null];
  return { before, after, change: was === null || is === null ? null : is - was };
}

function applyDeltas(figures: Figures, deltas: Restatement['deltas']): Figures {
  const changed = new Map<string, Figure | null>([
    ...Object.entries(figures),
    ...Object.entries(deltas).map(([name, { after }]) => [name, after] as const),
  ]);
  return Object.fromEntries([...changed].flatMap(([name, figure]) => (figure === null ? [] : [[name, figure]])));
}

const areEqual = (a: Figure | null, b: Figure | null): boolean => a?.value === b?.value && a?.n === b?.n;
