import { sql } from 'kysely';
import type { Call, Operation } from '../../platform/operation.ts';

/** Whoever opens cases. With `afterCommit` numbers come in blocks, without one at a time. */
export type Opener = Operation & Partial<Pick<Call, 'afterCommit'>>;

interface Block {
  readonly next: number;
  readonly end: number;
}

const blockSize = 50;
/** Numbers that this process holds, by organisation. What it has not used when it ends is a gap. */
const blocks = new Map<string, Block>();

/** The next free number. A block is taken in the transaction of the case that needs it, and is there for others once that transaction is sure. */
export async function nextCaseNumber(opener: Opener): Promise<string> {
  const { orgId, afterCommit } = opener;
  const held = blocks.get(orgId);
  if (held !== undefined) return textOf(useOne(orgId, held));
  const taken = await takeBlock(opener, afterCommit === undefined ? 1 : blockSize);
  // Two may have taken a block at the same time: the later one's is the gap.
  afterCommit?.call(opener, () => {
    if (!blocks.has(orgId) && taken.next + 1 < taken.end) blocks.set(orgId, { next: taken.next + 1, end: taken.end });
  });
  return textOf(taken.next);
}

function useOne(orgId: string, { next, end }: Block): number {
  if (next + 1 < end) blocks.set(orgId, { next: next + 1, end });
  else blocks.delete(orgId);
  return next;
}

/** So many numbers at once, for cases that come together. */
export async function takeCaseNumbers(operation: Operation, count: number): Promise<string[]> {
  if (count === 0) return [];
  const { next } = await takeBlock(operation, count);
  return Array.from({ length: count }, (_, at) => textOf(next + at));
}

async function takeBlock({ db, orgId }: Operation, size: number): Promise<Block> {
  const { rows } = await sql<{ end: number }>`
    insert into number_block as b (org_id, kind, next) values (${orgId}, 'case', ${1 + size}::int8)
    on conflict (org_id, kind) do update set next = b.next + ${size}::int8 returning next as end`.execute(db);
  const end = rows[0]?.end ?? 1 + size;
  return { next: end - size, end };
}

const textOf = (number: number): string => `C-${String(number).padStart(6, '0')}`;
