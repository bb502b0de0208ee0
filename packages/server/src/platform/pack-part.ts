import type { z } from 'zod';
import { hashOf, newId } from './identifier.ts';
import type { Operation } from './operation.ts';

/** What became of the rows that a pack brings. */
export interface PackCounts {
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly kept: number;
}

/** One file of a pack: the module that owns the rows installs and exports them. */
export interface PackPart<Kind extends string, Content> {
  /** name of the file */
  readonly kind: Kind;
  readonly schema: z.ZodType<Content>;
  install(operation: Operation, pack: string, content: Content): Promise<PackCounts>;
  /** What is in use, as the content of the file. */
  export(operation: Pick<Operation, 'db' | 'orgId'>): Promise<Content>;
}

/** A row as it stands. `content` holds the fields that packs control, in the same form as what a pack brings. */
export interface StandingRow<Content> {
  readonly id: string;
  readonly pack: string | null;
  readonly packHash: string | null;
  readonly deleted: boolean;
  readonly content: Content;
}

export type Decision = keyof PackCounts;

/** A row to be written, with the hash by which a later load tells whether somebody has edited it. */
export interface PlannedRow<Content> {
  readonly id: string;
  readonly hash: string;
  readonly decision: 'added' | 'updated';
  readonly content: Content;
}

export interface InstallPlan<Content> {
  readonly write: readonly PlannedRow<Content>[];
  readonly decisions: ReadonlyMap<string, Decision>;
  /** ids by code: of rows that stand and of rows to be written */
  readonly ids: ReadonlyMap<string, string>;
}

/**
 * Compares what a pack brings with what stands. A row that still is as some load of this pack left it follows the pack; one that a
 * person made, edited or deleted, or that another pack brought, is kept.
 */
export function planInstall<Content extends { readonly code: string }>(
  pack: string,
  standing: readonly StandingRow<Content>[],
  wanted: readonly Content[],
): InstallPlan<Content> {
  const rows = new Map(standing.map((row) => [row.content.code, row]));
  const ids = new Map(standing.map((row) => [row.content.code, row.id]));
  const decisions = new Map<string, Decision>();
  const write: PlannedRow<Content>[] = [];
  for (const content of wanted) {
    const row = rows.get(content.code);
    const hash = packHash(content);
    const decision = row === undefined ? 'added' : decide(row, pack, hash);
    const id = row?.id ?? newId();
    ids.set(content.code, id);
    decisions.set(content.code, decision);
    if (decision === 'added' || decision === 'updated') write.push({ id, hash, decision, content });
  }
  return { write, decisions, ids };
}

function decide(row: StandingRow<unknown>, pack: string, wanted: string): 'updated' | 'unchanged' | 'kept' {
  if (row.pack !== pack || row.deleted) return 'kept';
  const current = packHash(row.content);
  if (current === wanted) return 'unchanged';
  return current === row.packHash ? 'updated' : 'kept';
}

export function countDecisions(decisions: Iterable<Decision>): PackCounts {
  const counts = { added: 0, updated: 0, unchanged: 0, kept: 0 };
  for (const decision of decisions) counts[decision] += 1;
  return counts;
}

/** Hash of a value that does not depend on the order of keys; what is absent and what is null count alike. */
export const packHash = (value: unknown): string => hashOf(canonical(value));

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).filter(([, field]) => field !== undefined && field !== null);
  return `{${fields
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`)
    .join(',')}}`;
}
