import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { ResponseSubject } from '@zhiheng/contract/surveys/distributions';
import type { QualityFlag } from '@zhiheng/contract/surveys/quality-flag';
import { newId } from '../../../platform/identifier.ts';
import type { Operation } from '../../../platform/operation.ts';
import { vectorOf } from '../quality/response-quality.rules.ts';
import type { AnswerRow } from '../runs/answer-row.rules.ts';

/** An answer that comes with many others. */
export interface BulkAnswer {
  readonly row: AnswerRow;
  readonly at: Date;
  /** the same again is the same answer */
  readonly once: string;
  readonly language: string;
  readonly seconds: number | null;
  readonly subject: ResponseSubject;
  readonly flags: readonly QualityFlag[];
  readonly suspicious: boolean;
}

interface Target {
  readonly surveyId: string;
  readonly versionId: string;
  readonly distributionId: string | null;
  readonly importId: string | null;
  readonly anonymous: boolean;
  readonly demo: boolean;
}

/** Writes many answers in one statement; ids of those that were not there already. */
export async function writeAnswers({ db, orgId }: Operation, target: Target, answers: readonly BulkAnswer[]): Promise<string[]> {
  const { surveyId, versionId, distributionId, importId, anonymous, demo } = target;
  const list = answers.map(({ row, at, once, subject, flags, ...one }) => ({
    ...{ id: anonymous ? randomUUID() : newId(), at: at.toISOString(), once, state: row.state, scores: row.scores, rest: row.rest },
    ...{ scales: `{${row.scales.map((value) => value ?? 'NULL').join(',')}}`, groups: row.groups, flags },
    ...{ service: subject.serviceId, site: subject.siteId, team: subject.teamId, segment: subject.segmentId },
    ...{ language: one.language, seconds: one.seconds, suspicious: one.suspicious, vector: vectorOf(row.scales) },
  }));
  const { rows } = await sql<{ id: string }>`
    insert into survey_response (org_id, id, survey_id, version_id, distribution_id, service_id, site_id, team_id, segment_id, groups, at, language, state,
      seconds, scales, rest, scores, flags, suspicious, vector, once, import_id, released_at, demo)
    select ${orgId}::uuid, n.id, ${surveyId}::uuid, ${versionId}::uuid, ${distributionId}::uuid, n.service, n.site, n.team, n.segment,
      array(select jsonb_array_elements_text(n.groups)), n.at, n.language, n.state, n.seconds, n.scales::smallint[], n.rest, n.scores,
      array(select jsonb_array_elements_text(n.flags)), n.suspicious, n.vector, n.once, ${importId}::uuid, case when ${anonymous} then null when ${importId}::uuid is not null then now() else n.at end, ${demo}
    from jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as n (id uuid, service uuid, site uuid, team uuid, segment uuid, groups jsonb, at timestamptz,
      language text, state text, seconds real, scales text, rest jsonb, scores jsonb, flags jsonb, suspicious boolean, vector int4, once text)
    on conflict (org_id, survey_id, once) do nothing returning id`.execute(db);
  return rows.map(({ id }) => id);
}
