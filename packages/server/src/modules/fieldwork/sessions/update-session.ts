import { sql } from 'kysely';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type { FieldSession, updateFieldSession as endpoint } from '@zhiheng/contract/fieldwork/sessions';
import { changesBetween, givenFields } from '../../../platform/changes-between.ts';
import { conflict } from '../../../platform/errors.ts';
import type { Call } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { writeParticipants } from './participants.ts';
import { findSession, lockVersion, type StoredSession } from './read-session.ts';
import { entityOf, sessionRowOf } from './session-rows.ts';
import { checkSession, writeRaters, type SessionPlan } from './write-session.ts';

export async function updateSession(call: Call, { params, body }: Pick<Parsed<typeof endpoint>, 'params' | 'body'>): Promise<FieldSession> {
  const before = await lockVersion(call, params.id, body.version);
  const { version: _version, participants, ...given } = body;
  const standing = planOf(before);
  const plan: SessionPlan = { ...standing, ...givenFields(given), ...timeOf(given, standing) };
  const changes = changesBetween<SessionPlan>(standing, plan);
  if (Object.keys(changes).length === 0 && participants === undefined) return findSession(call, params.id);
  await checkSession(call, plan);
  await changeRaters(call, before, plan.raterIds);
  await sql`
    update field_session set starts_at = ${plan.startsAt}::timestamptz, minutes = ${plan.minutes}, place = ${plan.place},
      service_id = ${plan.serviceId}::uuid, site_id = ${plan.siteId}::uuid, team_id = ${plan.teamId}::uuid, conductor_id = ${plan.conductorId}::uuid,
      version = version + 1, updated_at = ${call.now}
    where org_id = ${call.orgId} and id = ${params.id}`.execute(call.db);
  if (participants !== undefined) await writeParticipants(call, params.id, participants);
  // Of participants the log says how many there are: it could never forget a name.
  const data = { ...changes, ...(participants !== undefined && { participants: participants.length }) };
  await recordEvent(call, { type: 'fieldwork.session-changed', entity: entityOf(before), data });
  return findSession(call, params.id);
}

function planOf(session: StoredSession): SessionPlan {
  const { startsAt, minutes, place, serviceId, siteId, teamId, conductorId } = sessionRowOf(session);
  return { startsAt, minutes, place, serviceId, siteId, teamId, conductorId, raterIds: session.raters.map(({ id }) => id) };
}

/** The same time written in another way is no change. */
function timeOf({ startsAt }: { readonly startsAt?: string | undefined }, standing: SessionPlan): Pick<SessionPlan, 'startsAt'> {
  return { startsAt: startsAt === undefined ? standing.startsAt : new Date(startsAt).toISOString() };
}

/** Once a sheet was submitted, it may be known: nobody becomes a rater then, and whoever has rated stays one. */
async function changeRaters(call: Call, { id, raters, ratersFixed }: StoredSession, raterIds: readonly string[]): Promise<void> {
  const known = new Set(raters.map((rater) => rater.id));
  if (ratersFixed && raterIds.some((rater) => !known.has(rater))) throw conflict('field_raters_fixed');
  const gone = raters.filter((rater) => !raterIds.includes(rater.id)).map((rater) => rater.id);
  const { rows } = await sql`
    select from field_sheet where org_id = ${call.orgId} and session_id = ${id} and rater_id = any(${gone}::uuid[]) and state <> 'draft'`.execute(
    call.db,
  );
  if (rows.length > 0) throw conflict('field_rater_has_rated');
  await writeRaters(call, id, raterIds);
}
