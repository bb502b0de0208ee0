import { sql } from 'kysely';
import type { Operation } from '../../../platform/operation.ts';
import { isCounted, scalesOf } from '../results/stored-answer.ts';
import { findVersion } from '../versions/form-of-version.ts';
import { agreementWith, isOffProfile, profileOf, type AnswerProfile } from './answer-profile.rules.ts';

interface Fresh {
  readonly id: string;
  readonly surveyId: string;
  readonly versionId: string;
  readonly distributionId: string | null;
  readonly at: Date;
  readonly scales: string;
}

/** Which of these answers go against what people usually answer. */
export async function answersOffProfile(operation: Operation, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { db, orgId } = operation;
  const { rows } = await sql<Fresh>`
    select id, survey_id as "surveyId", version_id as "versionId", distribution_id as "distributionId", at, scales::text as scales
    from survey_response where org_id = ${orgId} and id = any(${ids}::uuid[]) and vector is not null`.execute(db);
  const off = new Set<string>();
  for (const together of byWay(rows)) {
    const profile = await rememberedProfile(operation, together[0]);
    if (profile === null) continue;
    const others = await agreementsOfTheHour(operation, together[0], profile);
    for (const { id, scales } of together) {
      const agreement = agreementWith(profile, scalesOf(scales));
      if (agreement !== null && isOffProfile(profile, agreement, others)) off.add(id);
    }
  }
  return off;
}

type Together = readonly [Fresh, ...Fresh[]];

/** Answers of one version by one way, the latest first. */
function byWay(rows: readonly Fresh[]): readonly Together[] {
  const groups = new Map<string, [Fresh, ...Fresh[]]>();
  for (const row of rows.toSorted((a, b) => b.at.getTime() - a.at.getTime())) {
    const group = groups.get(`${row.versionId} ${row.distributionId}`);
    if (group === undefined) groups.set(`${row.versionId} ${row.distributionId}`, [row]);
    else group.push(row);
  }
  return [...groups.values()];
}

const remembered = new Map<string, { readonly profile: AnswerProfile | null; readonly readAt: number }>();
const mostRemembered = 500;
const keptFor = 60_000;

async function rememberedProfile(operation: Operation, { surveyId, versionId }: Fresh): Promise<AnswerProfile | null> {
  const known = remembered.get(versionId);
  if (known !== undefined && operation.now.getTime() - known.readAt < keptFor) return known.profile;
  const profile = await readProfile(operation, surveyId, versionId);
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(versionId, { profile, readAt: operation.now.getTime() });
  return profile;
}

/** From answers older than an hour: whoever comes in numbers does not decide at once what is usual. */
async function readProfile(operation: Operation, surveyId: string, versionId: string): Promise<AnswerProfile | null> {
  const { db, orgId, now } = operation;
  const { rows } = await sql<{ scales: string }>`
    select r.scales::text as scales from survey_response r
    where r.org_id = ${orgId} and r.survey_id = ${surveyId} and r.version_id = ${versionId} and ${isCounted} and not r.suspicious
      and r.at < ${now}::timestamptz - interval '1 hour'
    order by r.at desc limit 1000`.execute(db);
  const { form } = await findVersion(operation, surveyId, versionId);
  return profileOf(
    form,
    rows.map(({ scales }) => scalesOf(scales)),
  );
}

async function agreementsOfTheHour(operation: Operation, latest: Fresh, profile: AnswerProfile): Promise<number[]> {
  if (latest.distributionId === null) return [];
  const { rows } = await sql<{ scales: string }>`
    select scales::text as scales from survey_response
    where org_id = ${operation.orgId} and survey_id = ${latest.surveyId} and version_id = ${latest.versionId} and distribution_id = ${latest.distributionId}
      and at > ${latest.at}::timestamptz - interval '1 hour' and at <= ${latest.at}
    order by at desc limit 200`.execute(operation.db);
  return rows.flatMap(({ scales }) => agreementWith(profile, scalesOf(scales)) ?? []);
}
