import { sql } from 'kysely';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type {
  createSharedBoard as createEndpoint,
  deleteSharedBoard as deleteEndpoint,
  listSharedBoards as listEndpoint,
  SharedBoard,
  updateSharedBoard as updateEndpoint,
} from '@zhiheng/contract/insight/shared-boards';
import { changedMeanwhile, forbidden, invalidField } from '../../../platform/errors.ts';
import { newId } from '../../../platform/identifier.ts';
import type { Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { findBoard, readBoards } from './board-rows.ts';

const entityOf = ({ id, name }: Pick<SharedBoard, 'id' | 'name'>) => ({ kind: 'shared-board', id, label: name });

export async function listSharedBoards(operation: Operation): Promise<Reply<typeof listEndpoint>> {
  return { items: await readBoards(operation, sql`true`) };
}

type Fields = Parsed<typeof createEndpoint>['body'];

export async function createSharedBoard(operation: Operation, { body }: Parsed<typeof createEndpoint>): Promise<SharedBoard> {
  const { db, orgId, now, actor } = operation;
  await checkFields(operation, body, null);
  const id = newId();
  const { name, homeOf, widgets } = body;
  const row = { name, home_of: homeOf, widgets: JSON.stringify(widgets), updated_at: now };
  await db
    .insertInto('shared_board')
    .values({ org_id: orgId, id, owner_id: actor.accountId, ...row })
    .execute();
  await recordEvent(operation, { type: 'shared-board.created', entity: entityOf({ id, name }) });
  return findBoard(operation, id);
}

export async function updateSharedBoard(operation: Operation, { params, body }: Parsed<typeof updateEndpoint>): Promise<SharedBoard> {
  const { db, orgId, now } = operation;
  await sql`select 1 from shared_board where org_id = ${orgId} and id = ${params.id} for update`.execute(db);
  const before = await findBoard(operation, params.id);
  if (!before.mayChange) throw forbidden('boards.share');
  if (before.version !== body.version) throw changedMeanwhile();
  await checkFields(operation, body, before.homeOf);
  const { name, homeOf, widgets } = body;
  const row = { name, home_of: homeOf, widgets: JSON.stringify(widgets), version: before.version + 1, updated_at: now };
  await db.updateTable('shared_board').set(row).where('org_id', '=', orgId).where('id', '=', params.id).execute();
  await recordEvent(operation, {
    type: 'shared-board.changed',
    entity: entityOf({ id: params.id, name }),
    data: { widgets: widgets.length },
  });
  return findBoard(operation, params.id);
}

export async function deleteSharedBoard(operation: Operation, { params }: Parsed<typeof deleteEndpoint>): Promise<{ ok: true }> {
  const { db, orgId } = operation;
  const board = await findBoard(operation, params.id);
  if (!board.mayChange) throw forbidden('boards.share');
  await sql`delete from shared_board where org_id = ${orgId} and id = ${params.id}`.execute(db);
  await recordEvent(operation, { type: 'shared-board.deleted', entity: entityOf(board) });
  return { ok: true };
}

/** What everybody of a role sees first is chosen by those who may share. */
async function checkFields({ db, orgId, actor }: Operation, { homeOf, widgets }: Fields, before: string | null): Promise<void> {
  if (new Set(widgets.map(({ id }) => id)).size < widgets.length) throw invalidField('widgets', 'widget_twice');
  if (homeOf === before) return;
  if (!actor.permissions.has('boards.share')) throw forbidden('boards.share');
  if (homeOf === null) return;
  const { rows } = await sql`select 1 from role where org_id = ${orgId} and code = ${homeOf}`.execute(db);
  if (rows.length === 0) throw invalidField('homeOf', 'unknown_role');
  // A role has one home page: the one chosen last.
  await sql`update shared_board set home_of = null where org_id = ${orgId} and home_of = ${homeOf}`.execute(db);
}
