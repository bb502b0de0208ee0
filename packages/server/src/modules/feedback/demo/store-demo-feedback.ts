import { sql } from 'kysely';
import { seedThemes, trades } from '@zhiheng/text/themes';
import type { PackDemoFeedback } from '@zhiheng/contract/packs/pack-feedback';
import type { Locale } from '@zhiheng/contract/values/text';
import { newId } from '../../../platform/identifier.ts';
import type { Operation } from '../../../platform/operation.ts';
import { ownerOf } from '../follow-ups/owner-of.ts';
import { emptyFeedback, storeFeedback } from '../inbox/store-feedback.ts';
import { courses, demoDeadline, notes, type Course } from './demo-follow-ups.rules.ts';
import { storeDemoNeeds } from './store-demo-needs.ts';

export interface DemoFeedbackPlan {
  readonly pack: string;
  readonly feedback: PackDemoFeedback;
  /** numbers from 0 to 1, the same for the same pack */
  readonly random: () => number;
  readonly locale: Locale;
}

type DemoText = PackDemoFeedback['texts'][number];
/** A text of the pack with its place, and how long ago it was said. */
interface Said {
  readonly key: string;
  readonly text: DemoText;
  readonly ago: number;
}

const hour = 3_600_000;
const oldest = 60 * 24;
/** So few stars are followed up. */
const lowScore = 2;

/** An inbox with themes, follow-ups in every state, and a house of quality. It goes the road of feedback that comes in, but nobody is told. */
export async function storeDemoFeedback(operation: Operation, plan: DemoFeedbackPlan): Promise<void> {
  const services = await readServices(operation);
  await storeThemes(operation, plan.pack);
  const said = toldWhen(plan);
  await storeTexts(operation, { said, services, locale: plan.locale });
  const ids = await readIds(operation, said);
  const low = said.filter(({ text }) => isLow(text));
  for (const [at, one] of low.entries()) await storeFollowUp(operation, { one, at, ids, services, locale: plan.locale });
  await storeDemoNeeds(operation, {
    ...plan,
    services,
    said: said.map(({ key, text }) => ({ need: text.need, feedbackId: ids.get(key) })),
  });
}

const isLow = ({ score }: DemoText): boolean => score !== undefined && score <= lowScore;

/** Low scores when their follow-up asks for it, the others somewhere in the last two months. */
function toldWhen({ pack, feedback, random }: DemoFeedbackPlan): Said[] {
  let lows = 0;
  return feedback.texts.map((text, at) => {
    const course = isLow(text) ? courses[lows++ % courses.length] : undefined;
    return { key: `${pack}-${at + 1}`, text, ago: course?.ago ?? 2 + random() * oldest };
  });
}

async function readServices({ db, orgId }: Operation): Promise<ReadonlyMap<string, string>> {
  const rows = await db.selectFrom('service').select(['code', 'id']).where('org_id', '=', orgId).where('deleted_at', 'is', null).execute();
  return new Map(rows.map(({ code, id }) => [code, id]));
}

/** The themes of the trade, where the house has none of its own. */
async function storeThemes({ db, orgId }: Operation, pack: string): Promise<void> {
  const trade = trades.find((each) => each === pack);
  const seeds = seedThemes(trade).map(({ code, name, words }, position) => ({
    ...{ id: newId(), code: code.replaceAll('_', '-'), name, words: [...new Set(words)].slice(0, 200), position },
  }));
  await sql`
    insert into feedback_theme (org_id, id, code, name, words, position, demo)
    select ${orgId}, r.id, r.code, r.name, r.words, r.position, true
    from jsonb_to_recordset(${JSON.stringify(seeds)}::jsonb) as r (id uuid, code text, name jsonb, words text[], position integer)
    where not exists (select from feedback_theme where org_id = ${orgId} and not retired and not demo)
    on conflict on constraint feedback_theme_code_taken do nothing`.execute(db);
}

interface Texts {
  readonly said: readonly Said[];
  readonly services: ReadonlyMap<string, string>;
  readonly locale: Locale;
}

async function storeTexts(operation: Operation, { said, services, locale }: Texts): Promise<void> {
  const { db, orgId, now } = operation;
  await storeFeedback(
    operation,
    said.map(({ key, text, ago }) => ({
      ...{ ...emptyFeedback, channel: text.channel, source: text.source?.[locale] ?? '', recordKey: key, body: text.text[locale] },
      ...{ author: isLow(text) ? nameOf(key, locale) : '', serviceId: services.get(text.service) ?? null },
      ...{ score: text.score ?? null, scoreMax: text.score === undefined ? null : stars, at: new Date(now.getTime() - ago * hour) },
    })),
  );
  const keys = said.map(({ key }) => key);
  // What is old was looked at; a suggestion is kept as one.
  await sql`update feedback set demo = true, state = case when channel = 'suggestion' then 'suggestion'
      when at < ${new Date(now.getTime() - 20 * 24 * hour)} and coalesce(score, ${stars}) > ${lowScore} then 'closed' else state end
    where org_id = ${orgId} and record_key = any(${keys}::text[])`.execute(db);
}

const stars = 5;
const families = {
  zh: ['王女士', '李先生', '赵女士', '陈先生', '刘女士', '周先生', '吴女士'],
  en: ['Ms Wang', 'Mr Li', 'Ms Zhao', 'Mr Chen', 'Ms Liu', 'Mr Zhou', 'Ms Wu'],
} as const;
const nameOf = (key: string, locale: Locale): string => families[locale][Number(key.split('-').at(-1)) % families[locale].length] ?? '';

async function readIds({ db, orgId }: Operation, said: readonly Said[]): Promise<ReadonlyMap<string, string>> {
  const keys = said.map(({ key }) => key);
  const { rows } = await sql<{ key: string; id: string }>`
    select record_key as key, id from feedback where org_id = ${orgId} and demo and record_key = any(${keys}::text[])`.execute(db);
  return new Map(rows.map(({ key, id }) => [key, id]));
}

interface Called extends Omit<Texts, 'said'> {
  readonly one: Said;
  readonly at: number;
  readonly ids: ReadonlyMap<string, string>;
}

async function storeFollowUp(operation: Operation, { one, at, ids, services, locale }: Called): Promise<void> {
  const course = courses[at % courses.length];
  const feedbackId = ids.get(one.key);
  if (course === undefined || feedbackId === undefined) return;
  const { db, orgId, now } = operation;
  const serviceId = services.get(one.text.service) ?? null;
  const ownerId = await ownerOf(operation, { wishedOwnerId: null, serviceId, teamId: null });
  const openedAt = new Date(now.getTime() - (course.ago - 1) * hour);
  const id = newId();
  await db
    .insertInto('follow_up')
    .values({
      ...{ org_id: orgId, id, demo: true, origin: 'feedback', origin_key: feedbackId, feedback_id: feedbackId },
      ...{ name: nameOf(one.key, locale), contact: `${one.key}@example.org`, service_id: serviceId, owner_id: ownerId },
      ...{ score: one.text.score ?? null, score_max: stars, said: one.text.text[locale], told_overdue: true },
      ...{ opened_at: openedAt, due_at: hoursAfter(openedAt, demoDeadline), ...endOf(course, openedAt, locale) },
      closed_by: course.result === null ? null : ownerId,
    })
    .execute();
  const attempts = course.attempts.map(([hours, success]) => ({
    ...{ org_id: orgId, id: newId(), follow_up_id: id, at: hoursAfter(openedAt, hours), by: ownerId, channel: 'phone', reached: success },
    note: success ? notes.reached[locale] : '',
  }));
  if (attempts.length > 0) await db.insertInto('follow_up_attempt').values(attempts).execute();
}

const hoursAfter = (moment: Date, hours: number): Date => new Date(moment.getTime() + hours * hour);

/** When the customer was reached and how it ended, an hour after the last attempt. */
function endOf({ attempts, result, secondScore }: Course, openedAt: Date, locale: Locale) {
  const [reached] = attempts.find(([, success]) => success) ?? [];
  const [last = 0] = attempts.at(-1) ?? [];
  return {
    ...{ result, second_score: secondScore, closed_at: result === null ? null : hoursAfter(openedAt, last + 1) },
    reached_at: reached === undefined ? null : hoursAfter(openedAt, reached),
    cause: result === 'recovered' || result === 'not-recovered' ? notes.cause[locale] : '',
    remedy: result === 'recovered' ? notes.remedy[locale] : '',
  };
}
