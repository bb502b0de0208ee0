import { sql } from 'kysely';
import type { FollowUpRow } from '@zhiheng/contract/feedback/follow-ups';
import { newId } from '../../../platform/identifier.ts';
import type { Operation } from '../../../platform/operation.ts';
import { recordEvents } from '../../../platform/record-event.ts';
import { ownerOf } from './owner-of.ts';

/** Somebody who is to be followed up. */
export interface NewFollowUp {
  readonly origin: FollowUpRow['origin'];
  /** the same again is the same follow-up; null: it is always new */
  readonly originKey: string | null;
  readonly surveyId: string | null;
  readonly responseId: string | null;
  readonly feedbackId: string | null;
  readonly customerId: string | null;
  readonly caseId: string | null;
  readonly name: string;
  readonly contact: string;
  readonly serviceId: string | null;
  readonly siteId: string | null;
  readonly teamId: string | null;
  readonly segmentId: string | null;
  readonly measure: string;
  readonly score: number | null;
  readonly scoreMax: number | null;
  readonly said: string;
  /** who was asked to call; null: whoever is next to the service */
  readonly wishedOwnerId: string | null;
  readonly openedAt: Date;
  readonly hours: number;
}

export const emptyFollowUp: Omit<NewFollowUp, 'origin' | 'openedAt' | 'hours'> = {
  originKey: null,
  surveyId: null,
  responseId: null,
  feedbackId: null,
  customerId: null,
  caseId: null,
  name: '',
  contact: '',
  serviceId: null,
  siteId: null,
  teamId: null,
  segmentId: null,
  measure: '',
  score: null,
  scoreMax: null,
  said: '',
  wishedOwnerId: null,
};

interface Opened {
  readonly id: string;
  readonly ownerId: string | null;
  readonly dueAt: Date;
}

/** Opens follow-ups that are not there yet, each with an owner and a deadline; returns the ids of the new ones. */
export async function openFollowUps(operation: Operation, wanted: readonly NewFollowUp[]): Promise<string[]> {
  if (wanted.length === 0) return [];
  const { db, orgId } = operation;
  const rows = [];
  for (const { wishedOwnerId, hours, ...one } of wanted) {
    const ownerId = await ownerOf(operation, { wishedOwnerId, serviceId: one.serviceId, teamId: one.teamId });
    rows.push({ ...one, id: newId(), ownerId, dueAt: new Date(one.openedAt.getTime() + hours * 3_600_000) });
  }
  const opened = await sql<Opened>`
    insert into follow_up (org_id, id, origin, origin_key, survey_id, response_id, feedback_id, customer_id, case_id, name, contact, service_id, site_id,
      team_id, segment_id, measure, score, score_max, said, owner_id, opened_at, due_at)
    select ${orgId}, r.id, r.origin, r."originKey", r."surveyId", r."responseId", r."feedbackId", r."customerId", r."caseId", r.name, r.contact,
      r."serviceId", r."siteId", r."teamId", r."segmentId", r.measure, r.score, r."scoreMax", r.said, r."ownerId", r."openedAt", r."dueAt"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, origin text, "originKey" text, "surveyId" uuid, "responseId" uuid,
      "feedbackId" uuid, "customerId" uuid, "caseId" uuid, name text, contact text, "serviceId" uuid, "siteId" uuid, "teamId" uuid, "segmentId" uuid,
      measure text, score float8, "scoreMax" float8, said text, "ownerId" uuid, "openedAt" timestamptz, "dueAt" timestamptz)
    on conflict (org_id, origin, origin_key) do nothing returning id, owner_id as "ownerId", due_at as "dueAt"`.execute(db);
  await recordEvents(
    operation,
    opened.rows.map(({ id, ownerId, dueAt }) => ({
      type: 'follow-up.opened' as const,
      entity: entityOf({ id }),
      data: { ownerId, dueAt },
    })),
  );
  return opened.rows.map(({ id }) => id);
}

/** What a follow-up is called in the log: its name is personal and stays out of it. */
export const entityOf = ({ id }: { readonly id: string }) => ({ kind: 'follow-up', id });
