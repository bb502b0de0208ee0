import { sql } from 'kysely';
import type { PackDemoStudy } from '@zhiheng/contract/packs/pack-fieldwork';
import { newId } from '../../../platform/identifier.ts';
import type { Operation } from '../../../platform/operation.ts';
import { storeDemoAccounts } from '../../identity/index.ts';
import { observeSessions } from '../outflow/observe-sessions.ts';
import { nextStudyCode } from '../studies/study-code.ts';
import { drawVisits, type DemoPlace, type DemoProblem, type DrawnVisit, type Random } from './draw-visits.rules.ts';
import { readUnits, type Units } from './read-units.ts';
import { writeCodes, writeNoted } from './write-noted.ts';

/** What the demo tells of fieldwork, and where. */
interface DemoFieldwork {
  readonly studies: readonly PackDemoStudy[];
  readonly places: readonly DemoPlace[];
  readonly problem: DemoProblem;
  readonly random: Random;
}

/** Where a part of a study of the demo is written. */
export interface DemoTarget {
  readonly studyId: string;
  readonly guideId: string;
  readonly raterIds: readonly string[];
  readonly units: Units;
}

/** Studies with visits in which the seeded problem shows, and with notes, codes and quotes. How many sessions there are. */
export async function storeDemoFieldwork(operation: Operation, demo: DemoFieldwork): Promise<number> {
  const units = await readUnits(operation);
  let sessions = 0;
  for (const study of demo.studies) {
    const target = { ...(await writeStudy(operation, study, units)), raterIds: await storeDemoAccounts(operation, study.raters), units };
    const visits = drawVisits(study, { ...demo, now: operation.now });
    await writeVisits(operation, target, visits);
    const codes = await writeCodes(operation, target, study.codes);
    await writeNoted(operation, { ...target, codes, from: visits.length }, study.sessions);
    sessions += visits.length + study.sessions.length;
    await observeSessions(operation, sql`e.study_id = ${target.studyId}`);
  }
  return sessions;
}

async function writeStudy({ db, orgId, now, ...operation }: Operation, study: PackDemoStudy, units: Units) {
  const [studyId, guideId] = [newId(), newId()];
  const code = await nextStudyCode({ db, orgId });
  const { name, kind, purpose, form, raters, service } = study;
  const shown = { zh: `${name.zh}（演示）`, en: `${name.en} (demo)` };
  await sql`
    insert into field_study (org_id, id, code, name, kind, state, purpose, service_id, wanted, raters, form, published, changed, demo, created_at,
      updated_at, updated_by)
    values (${orgId}, ${studyId}, ${code}, ${JSON.stringify(shown)}::jsonb, ${kind}, 'open', ${JSON.stringify(purpose)}::jsonb,
      ${units.get(`service ${service}`) ?? null}::uuid, null, ${Math.max(1, raters.length)}, ${JSON.stringify(form)}::jsonb, 1, false, true, ${now}, ${now},
      ${operation.actor.accountId}::uuid)`.execute(db);
  await sql`
    insert into field_guide (org_id, id, study_id, number, form, published_at)
    values (${orgId}, ${guideId}, ${studyId}, 1, ${JSON.stringify(form)}::jsonb, ${now})`.execute(db);
  return { studyId, guideId };
}

async function writeVisits(
  { db, orgId }: Operation,
  { studyId, guideId, raterIds, units }: DemoTarget,
  visits: readonly DrawnVisit[],
): Promise<void> {
  if (visits.length === 0) return;
  const rows = visits.map(({ place, sheets, ...visit }, at) => ({
    ...{ ...visit, id: newId(), number: at + 1, studyId, guideId, site: units.get(`site ${place.site ?? ''}`) ?? null },
    ...{ team: units.get(`team ${place.team ?? ''}`) ?? null, service: units.get(`service ${place.service}`) ?? null },
    sheets: sheets.map((sheet, rater) => ({ ...sheet, id: newId(), rater: raterIds[rater] })),
  }));
  const json = JSON.stringify(rows);
  await sql`
    insert into field_session (org_id, id, study_id, number, state, starts_at, minutes, service_id, site_id, team_id, held_at, guide_id, rated_at, created_at,
      updated_at)
    select ${orgId}, r.id, r."studyId", r.number, 'held', r.at, 60, r.service, r.site, r.team, r.at, r."guideId", r.at, r.at, r.at
    from jsonb_to_recordset(${json}::jsonb) as r (id uuid, "studyId" uuid, number int4, at timestamptz, service uuid, site uuid, team uuid, "guideId" uuid)`.execute(
    db,
  );
  const sheets = JSON.stringify(
    rows.flatMap((row) => row.sheets.map((sheet, position) => ({ ...sheet, position, session: row.id, at: row.at }))),
  );
  await sql`
    insert into field_rater (org_id, session_id, account_id, position)
    select ${orgId}, r.session, r.rater, r.position + 1 from jsonb_to_recordset(${sheets}::jsonb) as r (session uuid, rater uuid, position int4)`.execute(
    db,
  );
  await sql`
    insert into field_sheet (org_id, id, session_id, rater_id, state, answers, scores, score, saved_at, submitted_at)
    select ${orgId}, r.id, r.session, r.rater, 'submitted', r.answers, r.scores, r.score, r.at, r.at
    from jsonb_to_recordset(${sheets}::jsonb) as r (id uuid, session uuid, rater uuid, answers jsonb, scores jsonb, score float8, at timestamptz)`.execute(
    db,
  );
}
