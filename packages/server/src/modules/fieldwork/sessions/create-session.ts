import { sql } from 'kysely';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type { createFieldSession as endpoint, FieldSession } from '@zhiheng/contract/fieldwork/sessions';
import { givenFields } from '../../../platform/changes-between.ts';
import { conflict } from '../../../platform/errors.ts';
import { newId } from '../../../platform/identifier.ts';
import type { Call } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { lockStudy } from '../studies/read-study.ts';
import { writeParticipants } from './participants.ts';
import { findSession } from './read-session.ts';
import { entityOf } from './session-rows.ts';
import { checkSession, writeRaters, type SessionPlan } from './write-session.ts';

const blank = { place: '', serviceId: null, siteId: null, teamId: null, conductorId: null, raterIds: [] } as const;

/** Numbers follow each other within a study, because its row is held. */
export async function createSession(call: Call, { params, body }: Pick<Parsed<typeof endpoint>, 'params' | 'body'>): Promise<FieldSession> {
  const study = await lockStudy(call, params.id);
  if (study.state === 'closed') throw conflict('field_study_closed');
  const { participants, startsAt, minutes, ...given } = body;
  const plan: SessionPlan = { ...blank, ...givenFields(given), startsAt, minutes };
  await checkSession(call, plan);
  const id = newId();
  const { db, orgId, now } = call;
  const { rows } = await sql<{ number: number }>`
    insert into field_session (org_id, id, study_id, number, starts_at, minutes, place, service_id, site_id, team_id, conductor_id, created_at, updated_at)
    select ${orgId}, ${id}, ${study.id}, coalesce(max(e.number), 0) + 1, ${startsAt}::timestamptz, ${minutes}, ${plan.place}, ${plan.serviceId}::uuid,
      ${plan.siteId}::uuid, ${plan.teamId}::uuid, ${plan.conductorId}::uuid, ${now}, ${now}
    from field_session e where e.org_id = ${orgId} and e.study_id = ${study.id} returning number`.execute(db);
  await writeRaters(call, id, plan.raterIds);
  await writeParticipants(call, id, participants);
  const entity = entityOf({ id, studyCode: study.code, number: rows[0]?.number ?? 1 });
  await recordEvent(call, { type: 'fieldwork.session-planned', entity, data: { studyId: study.id, startsAt, minutes, place: plan.place } });
  return findSession(call, id);
}
