import { sql, type RawBuilder } from 'kysely';
import type { SharedBoard } from '@zhiheng/contract/insight/shared-boards';
import { notFound } from '../../../platform/errors.ts';
import type { Actor, Operation } from '../../../platform/operation.ts';

type Row = Omit<SharedBoard, 'mayChange'> & { readonly ownerId: string | null };

const mayChange = (actor: Actor, ownerId: string | null): boolean =>
  actor.permissions.has('boards.share') || (actor.accountId !== null && actor.accountId === ownerId);

export async function readBoards({ db, orgId, actor }: Operation, which: RawBuilder<unknown>): Promise<SharedBoard[]> {
  const { rows } = await sql<Row>`
    select id, name, home_of as "homeOf", widgets, version, owner_id as "ownerId" from shared_board b
    where org_id = ${orgId} and ${which} order by name, id`.execute(db);
  return rows.map(({ ownerId, ...row }) => ({ ...row, mayChange: mayChange(actor, ownerId) }));
}

export async function findBoard(operation: Operation, id: string): Promise<SharedBoard> {
  const [board] = await readBoards(operation, sql`id = ${id}`);
  if (board === undefined) throw notFound('shared-board');
  return board;
}
