import { sql, type RawBuilder } from 'kysely';
import { unpackAnswers } from '@zhiheng/forms/answers';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type {
  getResponse as getEndpoint,
  listResponses as listEndpoint,
  ResponseRow,
  SurveyResponse,
} from '@zhiheng/contract/surveys/responses';
import { decodeCursor, encodeCursor } from '../../../platform/cursor.ts';
import { conflict, invalidField, notFound } from '../../../platform/errors.ts';
import type { Actor, Operation } from '../../../platform/operation.ts';
import { isMasked, maskName } from '../../customers/index.ts';
import { findVersion } from '../versions/form-of-version.ts';
import { conditionsOf, demandNamed } from './response-filter.ts';

type Row = Omit<ResponseRow, 'at'> & { readonly at: Date };
type Query = Parsed<typeof listEndpoint>['query'];

const columns = sql`
  r.id, r.at, v.number as "versionNumber", coalesce(d.kind, 'import') as via, r.language, r.state, r.seconds::float8 as seconds,
  jsonb_build_object('serviceId', r.service_id, 'siteId', r.site_id, 'teamId', r.team_id, 'segmentId', r.segment_id) as subject,
  r.customer_id as "customerId", c.name as "customerName", r.case_id as "caseId", r.flags, r.verdict, r.scores`;

/** Answers `r` of the organisation `o` with what they are shown with. */
const from = ({ orgId }: Pick<Operation, 'orgId'>): RawBuilder<unknown> => sql`
  from survey_response r join organisation o on o.org_id = ${orgId}
  join survey_version v on v.org_id = ${orgId} and v.id = r.version_id
  left join survey_distribution d on d.org_id = ${orgId} and d.id = r.distribution_id
  left join customer c on c.org_id = ${orgId} and c.id = r.customer_id
  where r.org_id = ${orgId}`;

export async function listResponses(
  operation: Operation,
  { params, query }: Pick<Parsed<typeof listEndpoint>, 'params' | 'query'>,
): Promise<Reply<typeof listEndpoint>> {
  await demandNamed(operation, params.id);
  const meant = sql`${from(operation)} and r.survey_id = ${params.id} and ${conditionsOf(query)}`;
  const { rows } = await sql<Row & { total: number }>`
    select ${columns}, (select count(*)::int4 ${meant}) as total ${meant} and ${after(query)}
    order by r.at desc, r.id desc limit ${query.limit + 1}`.execute(operation.db);
  const last = rows.at(query.limit - 1);
  return {
    items: rows.slice(0, query.limit).map(({ total, ...row }) => shown(row, operation.actor)),
    next: rows.length > query.limit && last !== undefined ? encodeCursor([last.at.toISOString(), last.id]) : null,
    total: rows[0]?.total ?? 0,
  };
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function after({ cursor }: Query): RawBuilder<unknown> {
  if (cursor === undefined) return sql`true`;
  const [at = '', id = ''] = decodeCursor(cursor, 2);
  if (Number.isNaN(Date.parse(at)) || !uuid.test(id)) throw invalidField('cursor', 'cursor');
  return sql`(r.at, r.id) < (${new Date(at)}::timestamptz, ${id}::uuid)`;
}

const shown = <R extends Row>({ at, customerName, ...row }: R, actor: Actor) => ({
  ...row,
  at: at.toISOString(),
  customerName: customerName !== null && isMasked(actor) ? maskName(customerName) : customerName,
});

interface WholeRow extends Row {
  readonly surveyId: string;
  readonly versionId: string;
  readonly anonymous: boolean;
  readonly scales: (number | null)[];
  readonly rest: SurveyResponse['answers'];
  readonly given: SurveyResponse['given'];
  readonly files: SurveyResponse['files'];
}

/** Files that answer `r` names. */
const filesOf = ({ orgId }: Pick<Operation, 'orgId'>): RawBuilder<unknown> => sql`coalesce((
  select jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'size', f.size) order by f.id)
  from survey_file x join file f on f.org_id = ${orgId} and f.id = x.id where x.org_id = ${orgId} and x.response_id = r.id), '[]')`;

/** One answer with everything that was said, by the form to which it was given. */
export async function getResponse(operation: Operation, { params }: Pick<Parsed<typeof getEndpoint>, 'params'>): Promise<SurveyResponse> {
  const { rows } = await sql<WholeRow>`
    select ${columns}, r.survey_id as "surveyId", r.version_id as "versionId", r.scales, r.rest, r.given, ${filesOf(operation)} as files,
      (select anonymous from survey s where s.org_id = ${operation.orgId} and s.id = r.survey_id) as anonymous
    ${from(operation)} and r.id = ${params.id}`.execute(operation.db);
  const [row] = rows;
  if (row === undefined) throw notFound('survey_response');
  const { surveyId, versionId, anonymous, scales, rest, given, files, ...listed } = row;
  if (anonymous) throw conflict('survey_is_anonymous');
  const { form } = await findVersion(operation, surveyId, versionId);
  const answers = unpackAnswers(form, { scales, rest }) as SurveyResponse['answers'];
  return { ...shown(listed, operation.actor), answers, given, files };
}
