import { sql } from 'kysely';
import type { FieldSession } from '@zhiheng/contract/fieldwork/sessions';
import { changedMeanwhile, forbidden, notFound } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';
import { isMasked } from '../../customers/index.ts';
import { readClashes } from './read-clashes.ts';
import { readParticipants } from './participants.ts';
import { fromSessions, rowColumns, sessionRowOf, type SessionRecord } from './session-rows.ts';

interface More {
  readonly reason: string;
  readonly heldAt: Date | null;
  readonly guideId: string | null;
  readonly guideNumber: number | null;
  readonly ratersFixed: boolean;
  /** its own, else that of its study */
  readonly meantServiceId: string | null;
  readonly version: number;
}

/** What is stored of a session itself. */
export type StoredSession = SessionRecord & More;

/** Throws 404 when it or its study is in the trash. */
export async function readSession(operation: Operation, id: string): Promise<StoredSession> {
  const { rows } = await sql<StoredSession>`
    select ${rowColumns(operation)}, e.reason, e.held_at as "heldAt", e.guide_id as "guideId", e.rated_at is not null as "ratersFixed", e.version,
      coalesce(e.service_id, s.service_id) as "meantServiceId",
      (select u.number from field_guide u where u.org_id = ${operation.orgId} and u.id = e.guide_id) as "guideNumber"
    ${fromSessions(operation)} and e.id = ${id}`.execute(operation.db);
  const [row] = rows;
  if (row === undefined) throw notFound('field_session');
  return row;
}

/** The same, held until the transaction ends. */
export async function lockSession(operation: Operation, id: string): Promise<StoredSession> {
  await sql`select from field_session where org_id = ${operation.orgId} and id = ${id} for no key update`.execute(operation.db);
  return readSession(operation, id);
}

/** For a change by somebody who has read `version`. */
export async function lockVersion(operation: Operation, id: string, version: number): Promise<StoredSession> {
  const session = await lockSession(operation, id);
  if (session.version !== version) throw changedMeanwhile();
  return session;
}

/** A session as its page shows it to the caller. */
export async function findSession(operation: Operation, id: string): Promise<FieldSession> {
  const { guideId: _guideId, meantServiceId: _meantServiceId, heldAt, ...session } = await readSession(operation, id);
  return {
    ...sessionRowOf(session),
    heldAt: heldAt?.toISOString() ?? null,
    participantList: await readParticipants(operation, id),
    masked: isMasked(operation.actor),
    clashes: await readClashes(operation, session),
    mayConduct: mayConduct(operation, session),
    moved: await readMoves(operation, id),
  };
}

type Conducted = Pick<StoredSession, 'conductorId'>;

/** Whoever conducts a session looks after it, also without the permission to write all of fieldwork. */
export const mayConduct = ({ actor }: Operation, { conductorId }: Conducted): boolean =>
  actor.permissions.has('fieldwork.write') || (conductorId !== null && conductorId === actor.accountId);

export function requireConductor(operation: Operation, session: Conducted): void {
  if (!mayConduct(operation, session)) throw forbidden('fieldwork.write');
}

/** Earlier times stand in the log of changes. */
async function readMoves({ db, orgId }: Operation, id: string): Promise<FieldSession['moved']> {
  const { rows } = await sql<{ from: string; to: string; at: Date; by: string | null }>`
    select v.data -> 'startsAt' ->> 'from' as "from", v.data -> 'startsAt' ->> 'to' as "to", v.at, a.name as by
    from event v left join account a on a.org_id = ${orgId} and a.id = v.actor_id
    where v.org_id = ${orgId} and v.entity_kind = 'field-session' and v.entity_id = ${id} and v.type = 'fieldwork.session-changed'
      and v.data ? 'startsAt' order by v.id desc limit 100`.execute(db);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
