import type { PackDemoCases } from '@zhiheng/contract/packs/pack-cases';
import type { PackDemo } from '@zhiheng/contract/packs/pack-file';
import type { DemoCase, DemoStep } from '../../cases/index.ts';
import { randomFrom, type Random } from './random.rules.ts';
import { caseTexts, type CaseTexts } from './case-texts.ts';
import { spreadTimes, type WorkingMonth } from './working-time.rules.ts';

type Subject = PackDemo['subjects'][number];
type Template = PackDemoCases['subjects'][number];

export interface CasePlan {
  readonly pack: string;
  readonly demo: PackDemo;
  readonly cases: PackDemoCases;
  readonly months: readonly WorkingMonth[];
  /** codes of the demo's customers */
  readonly customers: readonly string[];
  readonly locale: 'zh' | 'en';
  readonly now: Date;
}

/** Made-up cases of twelve months, the same for the same pack: with answers, waiting, reopenings, ratings and follow-ups. Where the seeded problem is, there are more lately, and they take longer. */
export function generateCases(plan: CasePlan): DemoCase[] {
  const current = plan.months.length - 1;
  return plan.months.flatMap((month, index) => {
    const random = randomFrom(`cases:${plan.pack}:${current - index}`);
    const usual = drawMonth(plan, { random, month, count: plan.cases.per_month * month.passed, struck: false });
    if (index < current - plan.demo.problem.last_months) return usual;
    const share = plan.demo.subjects.filter((subject) => isWhere(subject, plan)).length / plan.demo.subjects.length;
    const count = plan.cases.per_month * month.passed * share * (plan.cases.problem_factor - 1);
    return [...usual, ...drawMonth(plan, { random, month, count, struck: true })];
  });
}

const parts = ['service', 'team', 'site', 'segment'] as const;
const isWhere = (subject: Subject, { demo: { problem } }: CasePlan): boolean =>
  parts.every((part) => problem.where[part] === undefined || problem.where[part] === subject[part]);

interface Draw {
  readonly random: Random;
  readonly month: WorkingMonth;
  readonly count: number;
  /** the seeded problem caused them */
  readonly struck: boolean;
}

function drawMonth(plan: CasePlan, { random, month, count, struck }: Draw): DemoCase[] {
  const places = struck ? plan.demo.subjects.filter((subject) => isWhere(subject, plan)) : plan.demo.subjects;
  const troubles = plan.cases.subjects.filter(({ type }) => type === 'complaint' || type === 'incident');
  return spreadTimes(random, month, month.days.length === 0 ? 0 : Math.round(count)).map((at) => {
    const place = pickBy(random, places, ({ volume }) => volume);
    const near = (struck ? troubles : plan.cases.subjects).filter(({ service }) => service === place.service);
    const open = struck ? troubles : plan.cases.subjects;
    const template = pickBy(random, near.length > 0 && (struck || random() < 0.5) ? near : open, ({ weight }) => weight);
    return drawCase(plan, { random, template, place: { ...place, service: struck ? place.service : template.service }, at, struck });
  });
}

function pickBy<T>(random: Random, choices: readonly T[], weightOf: (choice: T) => number): T {
  let left = random() * choices.reduce((sum, choice) => sum + weightOf(choice), 0);
  return choices.find((choice) => (left -= weightOf(choice)) < 0) ?? (choices.at(-1) as T);
}

interface Drawn {
  readonly random: Random;
  readonly template: Template;
  readonly place: Subject;
  readonly at: number;
  readonly struck: boolean;
}

const day = 86_400;
const severe = ['complaint', 'adverse-event'];
const priorities = ['p1', 'p2', 'p2', 'p3', 'p3', 'p3', 'p3', 'p4'] as const;
const channels = ['phone', 'phone', 'portal', 'portal', 'email', 'on-site'] as const;
const severities = ['major', 'minor', 'minor'] as const;
const causes = ['technical', 'service', 'service', 'management'] as const;
const pick = <T>(random: Random, choices: readonly T[]): T => choices[Math.floor(random() * choices.length)] as T;

function drawCase(plan: CasePlan, { random, template, place, at, struck }: Drawn): DemoCase {
  const texts = caseTexts[plan.locale];
  const { type, category, subject } = template;
  const looped = severe.includes(type);
  const openedAt = Math.floor(at / 1000);
  const course = left(plan.now, random, openedAt) ?? drawCourse({ random, texts, openedAt, looped, slow: struck ? 2 : 1 });
  const named = plan.customers.length > 0 && type !== 'adverse-event';
  return {
    ...{ type, category, subject: subject[plan.locale], description: texts.description, language: plan.locale, openedAt },
    ...{ priority: pick(random, priorities), severity: looped ? pick(random, severities) : null, channel: pick(random, channels) },
    ...{ service: place.service, team: struck ? place.team : undefined, site: place.site },
    customer: named ? pick(random, plan.customers) : null,
    ...asFarAs(Math.floor(plan.now.getTime() / 1000), course, { random, looped, struck, texts }),
  };
}

const recently = 14 * day;

/** Of what came lately some is left to whoever looks at the demo. */
const left = (now: Date, random: Random, openedAt: number): ReturnType<typeof drawCourse> | null =>
  now.getTime() / 1000 - openedAt < recently && random() < 0.35 ? { steps: [], followUps: [] } : null;

interface Ending {
  readonly random: Random;
  readonly looped: boolean;
  readonly struck: boolean;
  readonly texts: CaseTexts;
}

/** What has happened by now, and what stands on the case because of it. */
function asFarAs(now: number, course: ReturnType<typeof drawCourse>, { random, looped, struck, texts }: Ending) {
  const steps = course.steps.filter((step) => step.at <= now);
  if (!steps.some(({ status }) => status === 'resolved' || status === 'following-up'))
    return { steps, rating: null, cause: null, remedy: '', followUps: [] };
  const rating = random() < 0.45 ? Math.max(1, Math.round(4.6 - (struck ? 1.6 : 0) - random() * 1.8)) : null;
  const followUps = course.followUps.map((one) => (one.at <= now ? one : { ...one, outcome: null }));
  return { steps, rating, cause: looped ? pick(random, causes) : null, remedy: looped ? texts.remedy : '', followUps };
}

interface Course {
  readonly random: Random;
  readonly texts: CaseTexts;
  readonly openedAt: number;
  readonly looped: boolean;
  readonly slow: number;
}

/** Answered, sometimes waiting for the customer, resolved, one of twenty opened again; a complaint is followed up after a month before it is closed. */
function drawCourse({ random, texts, openedAt, looped, slow }: Course): Pick<DemoCase, 'steps' | 'followUps'> {
  const answered = openedAt + Math.round((300 + random() ** 3 * (looped ? 26 : 9) * 3600) * slow);
  const steps: DemoStep[] = [{ at: answered, status: 'open', says: { from: 'team', text: texts.received } }];
  let at = answered;
  if (random() < 0.2) {
    steps.push({ at: (at += 1800), status: 'awaiting-customer', says: { from: 'team', text: texts.question } });
    steps.push({ at: (at += 3600 + Math.round(random() * day)), status: 'open', says: { from: 'customer', text: texts.reply } });
  }
  const solve = (status: 'resolved' | 'following-up'): void =>
    void steps.push({
      at: (at += Math.round((1200 + random() ** 2 * (looped ? 44 : 40) * 3600) * slow)),
      status,
      says: { from: 'team', text: texts.solved },
    });
  solve(looped ? 'following-up' : 'resolved');
  if (random() < 0.05) {
    steps.push({ at: (at += day), status: 'open', says: { from: 'customer', text: texts.again } });
    solve(looped ? 'following-up' : 'resolved');
  }
  if (!looped) return { steps: [...steps, { at: at + 5 * day, status: 'closed' }], followUps: [] };
  const contact = at + 30 * day;
  const reached = random() < 0.8 ? [] : [{ at: contact, outcome: 'not-reached' as const }];
  const last = contact + reached.length * 3 * day;
  return { steps: [...steps, { at: last, status: 'closed' }], followUps: [...reached, { at: last, outcome: 'solved' }] };
}
