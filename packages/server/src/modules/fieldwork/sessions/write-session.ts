import { sql } from 'kysely';
import type { FieldSession } from '@zhiheng/contract/fieldwork/sessions';
import { invalid } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';
import { checkPlaces } from '../../feedback/index.ts';

/** What is planned of a session. */
export interface SessionPlan extends Pick<
  FieldSession,
  'startsAt' | 'minutes' | 'place' | 'serviceId' | 'siteId' | 'teamId' | 'conductorId'
> {
  readonly raterIds: readonly string[];
}

const earliest = Date.UTC(2000, 0);
const latest = Date.UTC(2100, 0);

/** Refuses a time that nobody means, and whoever or whatever is not there. */
export async function checkSession(operation: Operation, plan: SessionPlan): Promise<void> {
  const time = new Date(plan.startsAt).getTime();
  const twice = plan.raterIds.findIndex((id, at) => plan.raterIds.indexOf(id) !== at);
  const faults = [
    ...(time < earliest || time >= latest ? [{ path: 'startsAt', code: 'unlikely_time' }] : []),
    ...(twice < 0 ? [] : [{ path: `raterIds.${twice}`, code: 'duplicate' }]),
    ...(await missingPeople(operation, plan)),
  ];
  if (faults.length > 0) throw invalid(faults);
  const { serviceId, siteId, teamId } = plan;
  await checkPlaces(operation, { serviceId, siteId, teamId });
}

async function missingPeople({ db, orgId }: Operation, { conductorId, raterIds }: SessionPlan) {
  const named = [
    ...(conductorId === null ? [] : [{ path: 'conductorId', id: conductorId }]),
    ...raterIds.map((id, at) => ({ path: `raterIds.${at}`, id })),
  ];
  const { rows } = await sql<{ id: string }>`
    select id from account where org_id = ${orgId} and deleted_at is null and id = any(${named.map(({ id }) => id)}::uuid[])`.execute(db);
  const there = new Set(rows.map(({ id }) => id));
  return named.flatMap(({ path, id }) => (there.has(id) ? [] : [{ path, code: 'unknown_account' }]));
}

/** Makes these the raters. The sheet of somebody who is none any more stays, and counts nowhere. */
export async function writeRaters({ db, orgId }: Operation, sessionId: string, raterIds: readonly string[]): Promise<void> {
  await sql`delete from field_rater where org_id = ${orgId} and session_id = ${sessionId}`.execute(db);
  await sql`insert into field_rater (org_id, session_id, account_id, position)
    select ${orgId}, ${sessionId}, r.id, r.place::int4 from unnest(${[...raterIds]}::uuid[]) with ordinality as r (id, place)`.execute(db);
}
