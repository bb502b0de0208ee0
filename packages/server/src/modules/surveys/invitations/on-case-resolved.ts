import { sql } from 'kysely';
import type { DistributionSettings } from '@zhiheng/contract/surveys/distributions';
import type { LocalText } from '@zhiheng/contract/values/text';
import type { DomainEvent, Subscriber } from '../../../platform/events/subscriber.ts';
import { hashOf } from '../../../platform/identifier.ts';
import type { Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { entityOf } from '../survey-rows.ts';
import { askPeople, type Candidate } from './ask-people.ts';

const isResolution = ({ data }: DomainEvent): boolean => (data['status'] as { readonly to?: unknown } | undefined)?.to === 'resolved';

/** Asks customers whose case was solved, where a survey wants that. Heard twice, they are asked once. */
export const surveysAfterCases: Subscriber = {
  name: 'surveys-after-cases',
  types: ['case.changed'],
  async handle(operation, events) {
    const resolved = events.filter(isResolution);
    if (resolved.length === 0) return;
    const ways = await readWays(operation);
    if (ways.length === 0) return;
    for (const event of resolved) {
      const solved = await readSolved(operation, event.entityId);
      if (solved === null) continue;
      for (const way of ways) if (isChosen(way, solved)) await askAfter(operation, way, { solved, at: event.at });
    }
  },
};

interface AfterCase {
  readonly id: string;
  readonly surveyId: string;
  readonly surveyName: LocalText;
  readonly fatigueDays: number;
  readonly afterCase: NonNullable<DistributionSettings['afterCase']>;
}

async function readWays({ db, orgId }: Operation): Promise<AfterCase[]> {
  const { rows } = await sql<AfterCase>`
    select d.id, s.id as "surveyId", s.name as "surveyName", (s.settings ->> 'fatigueDays')::int4 as "fatigueDays", d.settings -> 'afterCase' as "afterCase"
    from survey_distribution d join survey s on s.org_id = ${orgId} and s.id = d.survey_id
    where d.org_id = ${orgId} and d.kind = 'after-case' and d.active and s.state = 'open' and s.deleted_at is null
      and jsonb_typeof(d.settings -> 'afterCase') = 'object'`.execute(db);
  return rows;
}

interface Solved extends Candidate {
  readonly caseId: string;
  readonly type: string;
}

/** Null when it was opened again in the meantime, was imported with its history, or nobody may know who reported it. */
async function readSolved({ db, orgId }: Operation, id: string): Promise<Solved | null> {
  const { rows } = await sql<Solved>`
    select c.id as "caseId", c.type, c.customer_id as "customerId", c.contact_name as name, c.contact_email as address, c.language,
      jsonb_build_object('serviceId', c.service_id, 'siteId', null, 'teamId', c.team_id, 'segmentId', c.segment_id) as subject,
      jsonb_strip_nulls(jsonb_build_object('case', c.number, 'service', coalesce(s.name ->> c.language, s.name ->> 'zh'))) as given
    from service_case c left join service s on s.org_id = ${orgId} and s.id = c.service_id
    where c.org_id = ${orgId} and c.id = ${id} and c.status in ('resolved', 'following-up', 'closed') and c.source_id is null and not c.anonymous
      and not c.restricted`.execute(db);
  return rows[0] ?? null;
}

/** The share is drawn by the case and the way alone: nobody chooses whom to ask. */
function isChosen({ id, afterCase }: AfterCase, { caseId, type }: Solved): boolean {
  const isMeant = afterCase.types.length === 0 || afterCase.types.includes(type);
  return isMeant && Number.parseInt(hashOf(`${id}${caseId}`).slice(0, 8), 16) % 100 < afterCase.share;
}

interface Occasion {
  readonly solved: Solved;
  readonly at: Date;
}

async function askAfter(operation: Operation, way: AfterCase, { solved, at }: Occasion): Promise<void> {
  const { id, surveyId, surveyName, fatigueDays, afterCase } = way;
  const mailAt = new Date(at.getTime() + afterCase.hours * 3_600_000);
  const asking = { distributionId: id, surveyId, kind: 'after-case', fatigueDays, mailAt, sealer: null, dryRun: false } as const;
  const counts = await askPeople(operation, asking, [solved]);
  if (counts.get(null) === undefined) return;
  await recordEvent(operation, {
    type: 'survey.invited',
    entity: entityOf({ id: surveyId, name: surveyName }),
    data: { distributionId: id, invited: 1, caseId: solved.caseId },
  });
}
