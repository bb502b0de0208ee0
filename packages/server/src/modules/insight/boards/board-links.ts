import { sql } from 'kysely';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type {
  BoardLink,
  createBoardLink as createEndpoint,
  listBoardLinks as listEndpoint,
  readByBoardLink as readEndpoint,
  revokeBoardLink as revokeEndpoint,
} from '@zhiheng/contract/insight/shared-boards';
import { inOrganisation } from '../../../platform/database/in-organisation.ts';
import { invalidField, notFound } from '../../../platform/errors.ts';
import { hashOf, newId, newSecret } from '../../../platform/identifier.ts';
import { systemActor, type Operation, type PublicCall } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { findBoard, readBoards } from './board-rows.ts';
import { showBoard } from './show-board.ts';

interface Row extends Omit<BoardLink, 'createdAt' | 'expiresAt'> {
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
}

async function readLinks({ db, orgId, now }: Operation, id: string | null): Promise<BoardLink[]> {
  const { rows } = await sql<Row>`
    select id, name, board_ids as "boardIds", seconds, created_at as "createdAt", expires_at as "expiresAt" from board_link
    where org_id = ${orgId} and revoked_at is null and (expires_at is null or expires_at > ${now})
      and ${id === null ? sql`true` : sql`id = ${id}`} order by created_at desc, id`.execute(db);
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString(), expiresAt: row.expiresAt?.toISOString() ?? null }));
}

export async function listBoardLinks(operation: Operation): Promise<Reply<typeof listEndpoint>> {
  return { items: await readLinks(operation, null) };
}

export async function createBoardLink(
  operation: Operation,
  { body }: Parsed<typeof createEndpoint>,
): Promise<Reply<typeof createEndpoint>> {
  const { db, orgId, now, actor } = operation;
  for (const boardId of body.boardIds) await findBoard(operation, boardId);
  if (body.expiresAt !== null && new Date(body.expiresAt) <= now) throw invalidField('expiresAt', 'in_the_past');
  const [id, token] = [newId(), newSecret()];
  await db
    .insertInto('board_link')
    .values({
      ...{ org_id: orgId, id, name: body.name, token_hash: hashOf(token), board_ids: body.boardIds, seconds: body.seconds },
      ...{ created_at: now, created_by: actor.accountId, expires_at: body.expiresAt },
    })
    .execute();
  const [link] = await readLinks(operation, id);
  if (link === undefined) throw new Error('a link that was just made is there');
  const entity = { kind: 'board-link', id, label: body.name };
  await recordEvent(operation, { type: 'board-link.created', entity, data: { boardIds: body.boardIds, expiresAt: body.expiresAt } });
  return { link, token };
}

export async function revokeBoardLink(operation: Operation, { params }: Parsed<typeof revokeEndpoint>): Promise<{ ok: true }> {
  const { db, orgId, now } = operation;
  const { rows } = await sql<{ name: string }>`
    update board_link set revoked_at = ${now} where org_id = ${orgId} and id = ${params.id} and revoked_at is null returning name`.execute(
    db,
  );
  const [gone] = rows;
  if (gone === undefined) throw notFound('board-link');
  await recordEvent(operation, { type: 'board-link.revoked', entity: { kind: 'board-link', id: params.id, label: gone.name } });
  return { ok: true };
}

const onlyFigures = { titles: false, findings: true, projects: true };

/** The boards behind a link. A board that was removed meanwhile is left out. */
export async function readByBoardLink(
  { root, now }: PublicCall,
  { params }: Parsed<typeof readEndpoint>,
): Promise<Reply<typeof readEndpoint>> {
  const hash = hashOf(params.token);
  const { rows } = await sql<{ orgId: string | null }>`select org_of_board_link(${hash}) as "orgId"`.execute(root);
  const orgId = rows[0]?.orgId ?? null;
  if (orgId === null) throw notFound('board-link');
  return inOrganisation(root, orgId, async (db) => {
    const operation = { db, orgId, actor: systemActor, now };
    const { rows: links } = await sql<{ boardIds: string[]; seconds: number; organisation: string; timeZone: string }>`
      select l.board_ids as "boardIds", l.seconds, o.name as organisation, o.time_zone as "timeZone"
      from board_link l join organisation o on o.org_id = ${orgId} where l.org_id = ${orgId} and l.token_hash = ${hash}`.execute(db);
    const [link] = links;
    if (link === undefined) throw notFound('board-link');
    const { boardIds, ...shown } = link;
    const boards = await readBoards(operation, sql`id = any(${boardIds}::uuid[])`);
    const inOrder = boardIds.flatMap((id) => boards.find((board) => board.id === id) ?? []);
    const parts = [];
    for (const board of inOrder) parts.push(await showBoard(operation, board, onlyFigures));
    return { ...shown, boards: parts };
  });
}
