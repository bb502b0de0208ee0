import { sql } from 'kysely';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { invite as endpoint, ResponseSubject } from '@zhiheng/contract/surveys/distributions';
import { conflict, invalid } from '../../../platform/errors.ts';
import type { Call } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import type { Links } from '../../../platform/http/public-links.ts';
import { findDistribution } from '../distributions/select-distributions.ts';
import { hasSharedLink } from '../distributions/usual-distribution.ts';
import { findSurvey } from '../read-survey.ts';
import { entityOf } from '../survey-rows.ts';
import { askPeople, type Candidate } from './ask-people.ts';
import type { Suppression } from './suppress.rules.ts';

type Body = Parsed<typeof endpoint>['body'];

/** Asks people by name, and customers by segment or sample. */
export const invite =
  (links: Links) =>
  async (call: Call, { params, body }: Pick<Parsed<typeof endpoint>, 'params' | 'body'>): Promise<Reply<typeof endpoint>> => {
    const way = await findDistribution(call, links, params.id);
    if (hasSharedLink(way.kind)) throw conflict('way_asks_nobody');
    const survey = await findSurvey(call, way.surveyId);
    if (survey.state !== 'open' && !body.dryRun) throw conflict('survey_not_open');
    const people = [...(await namedPeople(call, body)), ...(await sampledCustomers(call, body))];
    const mailAt = way.kind === 'email' ? call.now : null;
    const { fatigueDays } = survey.settings;
    const asking = {
      distributionId: way.id,
      surveyId: survey.id,
      kind: way.kind,
      fatigueDays,
      mailAt,
      sealer: links.sealer,
      dryRun: body.dryRun,
    };
    const counts = await askPeople(call, asking, people);
    const invited = counts.get(null) ?? 0;
    if (invited > 0 && !body.dryRun)
      await recordEvent(call, { type: 'survey.invited', entity: entityOf(survey), data: { distributionId: way.id, invited } });
    const suppressed = [...counts].flatMap(([reason, count]) => (reason === null ? [] : [{ reason, count }]));
    return { invited, suppressed: suppressed.sort((a, b) => order.indexOf(a.reason) - order.indexOf(b.reason)) };
  };

const order: readonly Suppression[] = ['already-asked', 'declined', 'no-address', 'bounced', 'fatigue'];

const nowhere: ResponseSubject = { serviceId: null, siteId: null, teamId: null, segmentId: null };

interface CustomerRow {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly language: string;
  readonly segmentId: string | null;
}

/** What is not said of a customer who is named stands in the customer's own row. */
async function namedPeople({ db, orgId }: Call, { people }: Body): Promise<Candidate[]> {
  const ids = people.flatMap(({ customerId }) => customerId ?? []);
  const { rows } = await sql<CustomerRow>`
    select id, name, email as address, language, segment_id as "segmentId" from customer
    where org_id = ${orgId} and id = any(${ids}::uuid[]) and deleted_at is null`.execute(db);
  const customers = new Map(rows.map((row) => [row.id, row]));
  const missing = people.flatMap(({ customerId }, at) =>
    customerId === null || customers.has(customerId) ? [] : [{ path: `people.${at}.customerId`, code: 'unknown_customer' }],
  );
  if (missing.length > 0) throw invalid(missing);
  return people.map((person) => candidateOf(person, person.customerId === null ? nobody : (customers.get(person.customerId) ?? nobody)));
}

const nobody: Omit<CustomerRow, 'id' | 'language'> & { readonly language: string | null } = {
  name: '',
  address: '',
  language: null,
  segmentId: null,
};

const candidateOf = ({ subject, ...person }: Body['people'][number], customer: typeof nobody): Candidate => ({
  ...{ customerId: person.customerId, caseId: null, given: person.given, language: person.language ?? customer.language },
  ...{ name: person.name || customer.name, address: person.address || customer.address },
  subject: { ...nowhere, segmentId: customer.segmentId, ...definedOf(subject) },
});

const definedOf = (subject: Partial<{ [K in keyof ResponseSubject]: ResponseSubject[K] | undefined }>): Partial<ResponseSubject> =>
  Object.fromEntries(Object.entries(subject).filter(([, id]) => id !== undefined && id !== null));

/** The same seed draws the same sample from the same customers: nobody is drawn until the result pleases. */
async function sampledCustomers({ db, orgId }: Call, { customers }: Body): Promise<Candidate[]> {
  if (customers === null) return [];
  const { segmentId, sample, seed } = customers;
  const { rows } = await sql<CustomerRow>`
    select id, name, email as address, language, segment_id as "segmentId" from customer
    where org_id = ${orgId} and deleted_at is null and (${segmentId}::uuid is null or segment_id = ${segmentId}::uuid)
    order by md5(${String(seed)} || id::text) limit ${sample ?? 10_000}`.execute(db);
  return rows.map(({ id, segmentId: segment, ...row }) => ({
    ...row,
    ...{ customerId: id, caseId: null, given: {}, subject: { ...nowhere, segmentId: segment } },
  }));
}
