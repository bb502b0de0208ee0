import { sql } from 'kysely';
import type { SimilarCase, findSimilarCases as endpoint } from '@zhiheng/contract/cases/similar';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { Operation } from '../../../platform/operation.ts';
import { readAgreementsInForce } from '../../agreements/index.ts';
import { caseColumns, caseNames, caseRowOf, type CaseRecord } from '../case-rows.ts';
import { isOpenStatus } from '../status.rules.ts';
import { visibleTo } from '../visible-cases.ts';
import { similarQuestion, type SimilarQuestion } from './similar-question.rules.ts';

type Body = Parsed<typeof endpoint>['body'];

/** Cases that speak of the same in their own words, the most alike first; of the same customer or service, likeness counts for more. */
export async function findSimilarCases(operation: Operation, { body }: { readonly body: Body }): Promise<Reply<typeof endpoint>> {
  const question = similarQuestion(body.text);
  if (question === null) return { items: [] };
  const records = await findAlike(operation, body, question);
  const reader = { ...operation, revision: (await readAgreementsInForce(operation)).revision };
  return { items: records.map((record) => similarOf(record, reader)) };
}

interface Alike extends CaseRecord {
  readonly share: number;
  readonly sameCustomer: boolean;
  readonly sameService: boolean;
}

/** Of so many that have words in common, customer and service decide. */
const mostConsidered = 200;
/** Below this share of the text's weight, common words are chance. */
const leastShare = 0.3;

async function findAlike(operation: Operation, body: Body, { query, parts, weights }: SimilarQuestion): Promise<Alike[]> {
  const { orgId, actor, db } = operation;
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const { rows } = await sql<Alike>`
    select ${caseColumns}, f.share, c.customer_id is not distinct from ${body.customerId}::uuid and c.customer_id is not null as "sameCustomer",
      c.service_id is not distinct from ${body.serviceId}::uuid and c.service_id is not null as "sameService"
    from (select id, least(weight / ${all}::float8, 1) as share
      from similar_cases(${query}::tsquery, ${[...parts]}::tsquery[], ${[...weights]}::float8[], ${mostConsidered})) f
    join service_case c on c.org_id = ${orgId} and c.id = f.id ${caseNames(orgId)}
    where f.share >= ${leastShare} and c.id is distinct from ${body.exceptId}::uuid and c.status <> 'merged' and ${visibleTo(actor)}
    order by f.share + case when c.customer_id = ${body.customerId}::uuid then 0.3 else 0 end
      + case when c.service_id = ${body.serviceId}::uuid then 0.1 else 0 end desc, c.opened_at desc, c.id
    limit ${body.limit}`.execute(db);
  return rows;
}

/** From here on two texts of one customer are hardly about two matters. */
const muchTheSame = 0.6;

function similarOf(record: Alike, reader: Parameters<typeof caseRowOf>[1]): SimilarCase {
  const { share, sameCustomer, sameService, ...given } = record;
  const { id, number, type, subject, status, customerName, openedAt, assigneeName } = caseRowOf(given, reader);
  const probablySame = sameCustomer && share >= muchTheSame && isOpenStatus(status);
  return {
    ...{ id, number, type, subject, status, customerName, openedAt, assigneeName },
    ...{ share: Math.round(share * 100) / 100, sameCustomer, sameService, probablySame },
  };
}
