import { sql } from 'kysely';
import { fieldsOf } from '@zhiheng/forms/fields';
import type { LocalText } from '@zhiheng/contract/values/text';
import type { Db } from '../../platform/database/connect.ts';
import { inOrganisation } from '../../platform/database/in-organisation.ts';
import { systemActor, type Operation } from '../../platform/operation.ts';
import { recordEvent } from '../../platform/record-event.ts';
import { entityOf } from './survey-rows.ts';
import { readForms } from './versions/form-of-version.ts';

/** So long an answer waits for others of its own cell; after that its cell is forgotten. */
const patience = '7 days';

/**
 * Releases answers of anonymous surveys in batches: all that wait in a cell, once they are as many as the minimum group. Whatever figures are asked for
 * are made of whole batches, so that no difference of two of them is about fewer people. What two figures may differ by is part of the cell: version,
 * service, site, team, segment, groups, the way, and whether an answer is suspicious.
 */
export async function releaseAnswers(root: Db, now = new Date()): Promise<void> {
  const { rows } = await sql<{ orgId: string }>`select organisations_with_waiting_answers() as "orgId"`.execute(root);
  for (const { orgId } of rows) await inOrganisation(root, orgId, (db) => releaseOfOrganisation({ db, orgId, actor: systemActor, now }));
}

interface Waiting {
  readonly id: string;
  readonly name: LocalText;
  readonly minimum: number;
  readonly closed: boolean;
}

/** Answers of a survey are released by one process at a time; those of a survey in the trash wait. */
async function releaseOfOrganisation(operation: Operation): Promise<void> {
  const { db, orgId } = operation;
  const { rows } = await sql<Waiting>`
    select s.id, s.name, greatest((s.settings ->> 'minimumGroup')::int4, 5) as minimum, s.state = 'closed' as closed from survey s
    where s.org_id = ${orgId} and s.anonymous and s.deleted_at is null and exists (
      select from survey_response r where r.org_id = ${orgId} and r.survey_id = s.id and r.released_at is null and r.state = 'complete')
    order by s.id for no key update skip locked`.execute(db);
  for (const survey of rows) {
    const released = (await releaseCells(operation, survey)) + (await releaseLeftovers(operation, survey));
    if (released > 0)
      await recordEvent(operation, { type: 'survey.answers-released', entity: entityOf(survey), data: { surveyId: survey.id, released } });
  }
}

/** The number of their transaction is new: they count from now on, and it no longer says who answered at the same moment. */
async function releaseCells({ db, orgId, now }: Operation, { id, minimum }: Waiting): Promise<number> {
  const { numAffectedRows } = await sql`
    with waiting as (
      select id, count(*) over (partition by version_id, service_id, site_id, team_id, segment_id, groups, distribution_id, suspicious) as alike
      from survey_response where org_id = ${orgId} and survey_id = ${id} and released_at is null and state = 'complete')
    update survey_response r set released_at = ${now}, xid = pg_current_xact_id() from waiting w
    where r.org_id = ${orgId} and r.id = w.id and w.alike >= ${minimum}`.execute(db);
  return Number(numAffectedRows ?? 0n);
}

/** What stays alone in its cell for too long, or when no more will come, is released without it, together with others of its kind. */
async function releaseLeftovers(operation: Operation, { id, minimum, closed }: Waiting): Promise<number> {
  const { db, orgId, now } = operation;
  let released = 0;
  for (const { id: versionId, form } of await readForms(operation, id)) {
    const grouping = fieldsOf(form).filter(({ question }) => form.groups.includes(question));
    const { numAffectedRows } = await sql`
      with waiting as (
        select id, count(*) over () as alike from survey_response
        where org_id = ${orgId} and survey_id = ${id} and version_id = ${versionId} and released_at is null and state = 'complete'
          and (${closed} or at < ${now}::timestamptz - ${patience}::interval))
      update survey_response r set released_at = ${now}, xid = pg_current_xact_id(), service_id = null, site_id = null, team_id = null, segment_id = null,
        groups = '{}', distribution_id = null, suspicious = false, flags = '{}', rest = rest - ${grouping.map(({ key }) => key)}::text[]
      from waiting w where r.org_id = ${orgId} and r.id = w.id and w.alike >= ${minimum}`.execute(db);
    released += Number(numAffectedRows ?? 0n);
  }
  return released;
}
