import { sql, type RawBuilder } from 'kysely';
import type { Condition } from '@zhiheng/forms/definition';
import type { DistributionKind, DistributionSettings, InvitationState, ResponseSubject } from '@zhiheng/contract/surveys/distributions';
import type { SurveySettings, SurveyState } from '@zhiheng/contract/surveys/surveys';
import type { LocalText } from '@zhiheng/contract/values/text';
import type { Db } from '../../../platform/database/connect.ts';
import { inOrganisation, type Tx } from '../../../platform/database/in-organisation.ts';
import { notFound } from '../../../platform/errors.ts';
import { hashOf } from '../../../platform/identifier.ts';
import { systemActor, type Operation, type PublicCall } from '../../../platform/operation.ts';

/** Somebody who was asked, as far as their answer needs it. */
export interface Invited {
  readonly id: string;
  readonly state: InvitationState;
  readonly customerId: string | null;
  readonly caseId: string | null;
  readonly language: string | null;
  readonly subject: ResponseSubject;
  readonly given: Record<string, string>;
}

/** A quota of a survey. */
export interface Wanted {
  readonly id: string;
  readonly condition: Condition | null;
  readonly full: boolean;
}

/** The way by which somebody comes to a survey, and what holds there now. */
export interface Way {
  readonly distributionId: string;
  readonly kind: DistributionKind;
  readonly active: boolean;
  readonly settings: DistributionSettings;
  readonly surveyId: string;
  readonly surveyName: LocalText;
  readonly state: SurveyState;
  readonly deleted: boolean;
  readonly surveySettings: SurveySettings;
  readonly versionId: string;
  readonly organisation: string;
  readonly zone: string;
  readonly quotas: readonly Wanted[];
  readonly invitation: Invited | null;
  /** the state of the rows that it was read from; null where it is one person's, or counts its answers: those are asked for each time */
  readonly marks: string | null;
}

/** Enters by the token of a shared address or of an invitation. A forged one and one that was renewed look alike from outside. */
export async function onWay<T>(call: PublicCall, token: string, work: OnWay<T>): Promise<T> {
  const hash = hashOf(token);
  const orgId = remembered.get(hash) ?? (await readOrganisation(call.root, hash));
  if (orgId === null) throw notFound('survey_link');
  return inOrganisation(call.root, orgId, async (db) => {
    const way = await wayOf(db, orgId, hash);
    return work({ db, orgId, actor: systemActor, now: call.now }, way);
  });
}

type OnWay<T> = (operation: Operation, way: Way) => Promise<T>;

/**
 * The same for work that writes nothing unless `isUnchanged` holds where it writes: it is tried with the way as it was last, which saves a question to the
 * database. Whatever it refuses then is decided anew by what holds now.
 */
export async function onWayAsItWas<T>(call: PublicCall, token: string, work: OnWay<T>): Promise<T> {
  const last = lastWays.get(hashOf(token));
  if (last === undefined) return onWay(call, token, work);
  try {
    return await inOrganisation(call.root, last.orgId, (db) =>
      work({ db, orgId: last.orgId, actor: systemActor, now: call.now }, last.way),
    );
  } catch {
    lastWays.delete(hashOf(token));
    return onWay(call, token, work);
  }
}

/** That nothing happened to the way since it was read. */
export const isUnchanged = (orgId: string, { surveyId, distributionId, marks }: Way): RawBuilder<unknown> => sql`(
  ${marks}::text is null or ${marks} = (
    select concat_ws(' ', s.xmin, d.xmin, o.xmin) from survey s, survey_distribution d, organisation o
    where s.org_id = ${orgId} and s.id = ${surveyId} and d.org_id = ${orgId} and d.id = ${distributionId} and o.org_id = ${orgId}
      and not exists (select from survey_quota q where q.org_id = ${orgId} and q.survey_id = ${surveyId})))`;

const lastWays = new Map<string, { readonly orgId: string; readonly way: Way }>();
const mostWays = 1_000;

async function wayOf(db: Tx, orgId: string, hash: string): Promise<Way> {
  const { rows } = await sql<Way>`/* way-of-token */ with door as (
    select id as distribution_id, null::uuid as invitation_id from survey_distribution where org_id = ${orgId} and token_hash = ${hash}
    union all select distribution_id, id from survey_invitation where org_id = ${orgId} and token_hash = ${hash}
  ) ${waysOf(orgId)}`.execute(db);
  const [way] = rows;
  if (way === undefined) throw notFound('survey_link');
  if (lastWays.size >= mostWays) lastWays.clear();
  if (way.marks !== null) lastWays.set(hash, { orgId, way });
  return way;
}

interface Entry {
  readonly distributionId: string;
  readonly invitationId: string | null;
}

/** The way of whoever enters answers for somebody else. */
export async function findWay({ db, orgId }: Operation, { distributionId, invitationId }: Entry): Promise<Way> {
  const { rows } = await sql<Way>`/* way-of-entry */ with door as (
    select d.id as distribution_id, i.id as invitation_id from survey_distribution d
    left join survey_invitation i on i.org_id = ${orgId} and i.distribution_id = d.id and i.id = ${invitationId}::uuid
    where d.org_id = ${orgId} and d.id = ${distributionId}
  ) ${waysOf(orgId)}`.execute(db);
  const [way] = rows;
  if (way === undefined) throw notFound('survey_distribution');
  if (invitationId !== null && way.invitation === null) throw notFound('survey_invitation');
  return way;
}

/** What holds behind a `door`, in one question. A survey that was never published has no way. */
const waysOf = (orgId: string): RawBuilder<unknown> => sql`
  select d.id as "distributionId", d.kind, d.active, d.settings, s.id as "surveyId", s.name as "surveyName", s.state,
    s.deleted_at is not null as deleted, s.settings as "surveySettings", v.id as "versionId", o.name as organisation, o.time_zone as zone,
    coalesce((
      select jsonb_agg(jsonb_build_object('id', q.id, 'condition', q.condition, 'full', q.counted >= q.size) order by q.id)
      from survey_quota q where q.org_id = ${orgId} and q.survey_id = s.id), '[]') as quotas,
    case when i.id is not null then jsonb_build_object('id', i.id, 'state', i.state, 'customerId', i.customer_id, 'caseId', i.case_id, 'language', i.language, 'given', i.given,
      'subject', jsonb_build_object('serviceId', i.service_id, 'siteId', i.site_id, 'teamId', i.team_id, 'segmentId', i.segment_id)) end as invitation,
    case when i.id is null and not exists (select from survey_quota q where q.org_id = ${orgId} and q.survey_id = s.id)
      then concat_ws(' ', s.xmin, d.xmin, o.xmin) end as marks
  from door
  join survey_distribution d on d.org_id = ${orgId} and d.id = door.distribution_id
  join survey s on s.org_id = ${orgId} and s.id = d.survey_id
  join survey_version v on v.org_id = ${orgId} and v.survey_id = s.id and v.number = s.published
  join organisation o on o.org_id = ${orgId}
  left join survey_invitation i on i.org_id = ${orgId} and i.id = door.invitation_id`;

/** A token never changes its organisation; whether it still leads anywhere is asked inside, at every call. */
const remembered = new Map<string, string>();
const mostRemembered = 20_000;

async function readOrganisation(root: Db, hash: string): Promise<string | null> {
  const { rows } = await sql<{ org: string | null }>`select org_of_survey_token(${hash}) as org`.execute(root);
  const orgId = rows[0]?.org ?? null;
  if (orgId === null) return null;
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(hash, orgId);
  return orgId;
}
