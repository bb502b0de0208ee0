import { sql } from 'kysely';
import { check } from '@zhiheng/forms/answers';
import { form as formSchema, type Form } from '@zhiheng/forms/definition';
import type { SurveySettings } from '@zhiheng/contract/surveys/surveys';
import type { LocalText } from '@zhiheng/contract/values/text';
import { newId } from '../../../platform/identifier.ts';
import type { Operation } from '../../../platform/operation.ts';
import { usualDistribution } from '../distributions/usual-distribution.ts';
import { ownFlags } from '../quality/response-quality.rules.ts';
import { isSuspicious } from '../quality/suspicion.rules.ts';
import { writeAnswers, type BulkAnswer } from '../responses/write-answers.ts';
import { answerRow } from '../runs/answer-row.rules.ts';
import { drawAnswers, type Random } from './draw-answers.rules.ts';

/** Where made-up answers come from, by codes, how many and how content. */
interface DemoPlace {
  readonly service: string;
  readonly team?: string | undefined;
  readonly site?: string | undefined;
  readonly segment?: string | undefined;
  readonly volume: number;
  readonly quality: number;
}

interface DemoPlan {
  readonly pack: string;
  readonly random: Random;
  readonly places: readonly DemoPlace[];
  /** the seeded problem: where, and in how many of the last months */
  readonly problem: {
    readonly where: { readonly [K in 'service' | 'team' | 'site' | 'segment']?: string | undefined };
    readonly lastMonths: number;
  };
}

const months = 12;
const monthLength = 30.4375 * 86_400_000;
const perMonth = 14;
const mood = 0.74;
const drop = 0.24;
const spread = 0.13;
const writtenAtOnce = 2_000;

/** A survey of the pack with twelve months of answers, which go the road of imported ones: checked by the form, scored, flagged. How many there are. */
export async function storeDemoSurvey(operation: Operation, plan: DemoPlan): Promise<number> {
  const model = await readModel(operation, plan.pack);
  if (model === null) return 0;
  const form = formSchema.parse(model.form);
  const target = await writeSurvey(operation, model);
  const units = await readUnits(operation);
  const answers = plan.places.flatMap((place) => answersAt(operation, { form, plan, place, units }));
  for (let at = 0; at < answers.length; at += writtenAtOnce)
    await writeAnswers(operation, { ...target, importId: null, anonymous: false, demo: true }, answers.slice(at, at + writtenAtOnce));
  return answers.length;
}

interface Model {
  readonly code: string;
  readonly name: LocalText;
  readonly instrument: string | null;
  readonly form: Form;
  readonly settings: SurveySettings;
}

/** Of the surveys of the pack the one that flows into most indicators; the demo's own observations stand for what it would say. */
async function readModel({ db, orgId }: Operation, pack: string): Promise<Model | null> {
  const { rows } = await sql<Model>`
    select code, name, instrument, form, settings from survey where org_id = ${orgId} and pack = ${pack} and not demo and deleted_at is null
    order by jsonb_array_length(settings -> 'outflows') desc, code limit 1`.execute(db);
  return rows[0] ?? null;
}

async function writeSurvey({ db, orgId, now }: Operation, { code, name, instrument, form, settings }: Model) {
  const [surveyId, versionId, distributionId] = [newId(), newId(), newId()];
  const shown = { zh: `${name.zh}（演示）`, en: `${name.en} (demo)` };
  const own = { ...settings, outflows: [], followUps: [] };
  const published = new Date(now.getTime() - months * monthLength);
  await sql`
    insert into survey (org_id, id, code, name, state, instrument, form, settings, service_id, published, changed, demo, created_at, updated_at)
    values (${orgId}, ${surveyId}, ${`${code}-demo`}, ${JSON.stringify(shown)}::jsonb, 'open', ${instrument}, ${JSON.stringify(form)}::jsonb,
      ${JSON.stringify(own)}::jsonb, ${settings.serviceId}::uuid, 1, false, true, ${published}, ${now})`.execute(db);
  await sql`
    insert into survey_version (org_id, id, survey_id, number, form, published_at)
    values (${orgId}, ${versionId}, ${surveyId}, 1, ${JSON.stringify(form)}::jsonb, ${published})`.execute(db);
  await sql`
    insert into survey_distribution (org_id, id, survey_id, kind, name, settings, demo, created_at)
    values (${orgId}, ${distributionId}, ${surveyId}, 'personal', ${JSON.stringify({ zh: '每月回访', en: 'Monthly survey' })}::jsonb,
      ${JSON.stringify(usualDistribution)}::jsonb, true, ${published})`.execute(db);
  return { surveyId, versionId, distributionId };
}

type Units = ReadonlyMap<string, string>;

async function readUnits({ db, orgId }: Operation): Promise<Units> {
  const { rows } = await sql<{ name: string; id: string }>`
    select 'service ' || code as name, id from service where org_id = ${orgId} and deleted_at is null
    union all select 'team ' || code, id from team where org_id = ${orgId} and deleted_at is null
    union all select 'site ' || code, id from site where org_id = ${orgId} and deleted_at is null
    union all select 'segment ' || code, id from segment where org_id = ${orgId} and deleted_at is null`.execute(db);
  return new Map(rows.map(({ name, id }) => [name, id]));
}

interface Drawing {
  readonly form: Form;
  readonly plan: DemoPlan;
  readonly place: DemoPlace;
  readonly units: Units;
}

function answersAt({ now }: Operation, { form, plan, place, units }: Drawing): BulkAnswer[] {
  const { random, problem } = plan;
  const subject = subjectOf(place, units);
  return Array.from({ length: months }, (_, ago) => ago).flatMap((ago) => {
    const isHit = ago < problem.lastMonths && isWithin(place, problem.where);
    return Array.from({ length: Math.round(perMonth * place.volume) }, (_, number) => number).flatMap((number): BulkAnswer[] => {
      const person = mood + place.quality - (isHit ? drop : 0) + spread * (random() + random() + random() - 1.5) * 2;
      const answers = drawAnswers(form, person, random);
      const at = new Date(now.getTime() - (ago + random()) * monthLength);
      // A form that asks for what nobody can make up, such as a file, has no demo.
      if (check(form, answers, {}, { complete: true }).length > 0) return [];
      const row = answerRow(form, answers, {});
      const seconds = Math.round(60 + 240 * random());
      const flags = ownFlags(form, { scales: row.scales, seconds, pages: [], pasted: 0 });
      const once = `demo:${place.service}:${place.site ?? ''}:${place.segment ?? ''}:${ago}:${number}`;
      return [
        {
          row,
          at,
          once,
          language: form.languages[0] ?? 'zh',
          seconds,
          subject,
          flags,
          suspicious: isSuspicious(flags, { onePerPerson: true }),
        },
      ];
    });
  });
}

const subjectOf = ({ service, team, site, segment }: DemoPlace, units: Units) => ({
  serviceId: units.get(`service ${service}`) ?? null,
  teamId: units.get(`team ${team ?? ''}`) ?? null,
  siteId: units.get(`site ${site ?? ''}`) ?? null,
  segmentId: units.get(`segment ${segment ?? ''}`) ?? null,
});

const isWithin = (place: DemoPlace, where: DemoPlan['problem']['where']): boolean =>
  (['service', 'team', 'site', 'segment'] as const).every((part) => where[part] === undefined || where[part] === place[part]);
