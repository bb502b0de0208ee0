import { z } from 'zod';

/** Where an answer belongs: what figures may be asked for by. */
export interface Cell {
  readonly serviceId: string | null;
  readonly siteId: string | null;
  readonly teamId: string | null;
  readonly segmentId: string | null;
  /** answers to the grouping questions, in their order; empty where there is none */
  readonly groups: readonly string[];
}

export const dimensions = ['service', 'site', 'team', 'segment'] as const;
export type Dimension = (typeof dimensions)[number];
/** `way`: by which distribution an answer came. */
export type Scope = 'total' | Dimension | 'group' | 'way' | 'cell';

/** A part of the answers for which sums are kept. */
export interface Part {
  readonly scope: Scope;
  readonly cell: string;
}

export const total: Part = { scope: 'total', cell: '' };
const ofGroup = (question: string, option: string): Part => ({ scope: 'group', cell: `${question}:${option}` });

/** A question in sums of one group: the option behind its name. */
export const optionOfGroup = (question: string, cell: string): string | null =>
  cell.startsWith(`${question}:`) ? cell.slice(question.length + 1) : null;

export const wholeCell = ({ serviceId, siteId, teamId, segmentId, groups }: Cell): Part => ({
  scope: 'cell',
  cell: JSON.stringify([serviceId, siteId, teamId, segmentId, ...groups]),
});

const storedCell = z.tuple([z.string().nullable(), z.string().nullable(), z.string().nullable(), z.string().nullable()], z.string());

/** The cell that `wholeCell` wrote down. */
export function readCell(text: string): Cell {
  const [serviceId, siteId, teamId, segmentId, ...groups] = storedCell.parse(JSON.parse(text));
  return { serviceId, siteId, teamId, segmentId, groups };
}

const idOf: Readonly<Record<Dimension, keyof Omit<Cell, 'groups'>>> = {
  service: 'serviceId',
  site: 'siteId',
  team: 'teamId',
  segment: 'segmentId',
};

/** The way of answers that were imported. */
export const importedWay = 'import';

/** Everything that an answer of a cell is counted in; `questions` are the grouping questions of its version. */
export function partsOf(cell: Cell & { readonly way: string }, questions: readonly string[]): readonly Part[] {
  const byDimension = dimensions.flatMap((dimension): Part[] => {
    const id = cell[idOf[dimension]];
    return id === null ? [] : [{ scope: dimension, cell: id }];
  });
  const byGroup = questions.flatMap((question, at) => (cell.groups[at] ? [ofGroup(question, cell.groups[at])] : []));
  return [total, ...byDimension, ...byGroup, { scope: 'way', cell: cell.way }, wholeCell(cell)];
}

/** What figures are asked for; what is not said takes everything. */
export interface CellFilter {
  readonly serviceId?: string | undefined;
  readonly siteId?: string | undefined;
  readonly teamId?: string | undefined;
  readonly segmentId?: string | undefined;
  /** `question:option` */
  readonly group?: string | undefined;
}

/** The one part that answers a filter; null when it takes several whole cells. */
export function partOfFilter(filter: CellFilter): Part | null {
  const wanted: Part[] = dimensions.flatMap((dimension) => {
    const id = filter[idOf[dimension]];
    return id === undefined ? [] : [{ scope: dimension, cell: id }];
  });
  if (filter.group !== undefined) wanted.push({ scope: 'group', cell: filter.group });
  if (wanted.length === 0) return total;
  return wanted.length === 1 ? (wanted[0] ?? total) : null;
}

/** Is an answer of this cell meant? */
export function isWithin(cell: Cell, filter: CellFilter, questions: readonly string[]): boolean {
  const matches = dimensions.every((dimension) => {
    const id = filter[idOf[dimension]];
    return id === undefined || cell[idOf[dimension]] === id;
  });
  if (!matches || filter.group === undefined) return matches;
  const group = filter.group;
  return questions.some((question, at) => optionOfGroup(question, group) === (cell.groups[at] ?? ''));
}
