import { form as formSchema } from '@zhiheng/forms/definition';
import { sql } from 'kysely';
import type { DomainEvent } from '../../../platform/events/subscriber.ts';
import type { Operation } from '../../../platform/operation.ts';
import { mostStars } from '../hearing/take-ratings.ts';
import { writtenIn } from '../hearing/written-words.rules.ts';
import { emptyFollowUp, openFollowUps, type NewFollowUp } from './open-follow-ups.ts';
import { personalScore } from './personal-score.rules.ts';

type Person = Pick<NewFollowUp, 'name' | 'contact' | 'customerId' | 'serviceId' | 'siteId' | 'teamId' | 'segmentId'>;
interface Answer extends Person {
  readonly id: string;
  readonly surveyId: string;
  readonly caseId: string | null;
  readonly form: unknown;
  readonly scales: readonly (number | null)[];
  readonly rest: Readonly<Record<string, string | number | string[]>>;
  readonly scores: Readonly<Record<string, number>>;
}

/** Opens a follow-up for each answer that its survey wants followed up; one for an answer, whatever was low in it. */
export async function openForLowScores(operation: Operation, events: readonly DomainEvent[]): Promise<void> {
  const answers = await readAnswers(
    operation,
    events.map(({ data }) => data['responseId']).filter((id) => typeof id === 'string'),
  );
  const wanted = events.flatMap(({ at, data }): NewFollowUp[] => {
    const answer = answers.get(String(data['responseId']));
    if (answer === undefined) return [];
    const { id, form: stored, scales, rest, scores, ...person } = answer;
    const form = formSchema.parse(stored);
    const measure = String(data['measure'] ?? '');
    const said = writtenIn(form, { rest }).map(({ words }) => words);
    return [
      {
        ...{ ...emptyFollowUp, ...person, origin: 'survey', originKey: id, responseId: id, openedAt: at, said: said.join('\n') },
        ...{ measure, ...personalScore(form, measure, { scales, rest, scores }) },
        ...{ wishedOwnerId: typeof data['ownerId'] === 'string' ? data['ownerId'] : null, hours: numberIn(data['hours']) ?? usualHours },
      },
    ];
  });
  await openFollowUps(operation, firstOfEach(wanted));
}

/** Where a rule does not say, as long as a low rating may wait. */
const usualHours = 48;

const numberIn = (value: unknown): number | null => (typeof value === 'number' ? value : null);

const firstOfEach = (wanted: readonly NewFollowUp[]): NewFollowUp[] =>
  wanted.filter(({ originKey }, at) => wanted.findIndex((other) => other.originKey === originKey) === at);

/** Of anonymous surveys there is nobody to call. */
async function readAnswers({ db, orgId }: Operation, ids: readonly string[]): Promise<Map<string, Answer>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<Answer>`
    select r.id, r.survey_id as "surveyId", r.case_id as "caseId", v.form, r.scales, r.rest, r.scores, coalesce(c.name, i.name, '') as name,
      coalesce(nullif(c.email, ''), nullif(c.phone, ''), i.address, '') as contact, r.customer_id as "customerId", r.service_id as "serviceId",
      r.site_id as "siteId", r.team_id as "teamId", r.segment_id as "segmentId"
    from survey_response r
    join survey s on s.org_id = ${orgId} and s.id = r.survey_id and not s.anonymous
    join survey_version v on v.org_id = ${orgId} and v.id = r.version_id
    left join customer c on c.org_id = ${orgId} and c.id = r.customer_id
    left join survey_invitation i on i.org_id = ${orgId} and i.id = r.invitation_id
    where r.org_id = ${orgId} and r.id = any(${ids}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

/** A rating so low or lower is one that somebody should call about. */
const lowStars = 2;

interface LowRating extends Person {
  readonly caseId: string;
  readonly resolution: number;
  readonly score: number;
  readonly said: string;
  readonly openedAt: Date;
}

/** Low ratings of cases whose desk does not follow them up itself. */
export async function openForLowRatings(operation: Operation, events: readonly DomainEvent[]): Promise<void> {
  const low = events.filter(({ data }) => typeof data['value'] === 'number' && data['value'] <= lowStars).map(({ entityId }) => entityId);
  if (low.length === 0) return;
  const { db, orgId } = operation;
  const { rows } = await sql<LowRating>`
    select c.id as "caseId", r.resolution, r.value as score, r.comment as said, r.at as "openedAt",
      coalesce(nullif(c.contact_name, ''), k.name, '') as name,
      coalesce(nullif(c.contact_phone, ''), nullif(c.contact_email, ''), k.phone, '') as contact, c.customer_id as "customerId",
      c.service_id as "serviceId", c.site_id as "siteId", c.team_id as "teamId", c.segment_id as "segmentId"
    from case_rating r join service_case c on c.org_id = ${orgId} and c.id = r.case_id
    left join customer k on k.org_id = ${orgId} and k.id = c.customer_id
    where r.org_id = ${orgId} and r.case_id = any(${low}::uuid[]) and r.value <= ${lowStars} and not c.anonymous and c.type <> 'adverse-event'
      and not exists (select from case_follow_up p where p.org_id = ${orgId} and p.case_id = c.id and p.reason = 'low-rating')`.execute(db);
  const wanted = rows.map(({ resolution, ...rated }) => ({
    ...{ ...emptyFollowUp, ...rated, origin: 'case-rating' as const, originKey: `${rated.caseId} ${resolution}` },
    ...{ scoreMax: mostStars, hours: usualHours },
  }));
  await openFollowUps(operation, wanted);
}
