import { sql } from 'kysely';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type { HouseOfQuality, readHouse as endpoint } from '@zhiheng/contract/feedback/needs';
import type { Operation } from '../../../platform/operation.ts';
import { weighedMean, weighHouse } from './house-of-quality.rules.ts';

type Need = Omit<HouseOfQuality['needs'][number], 'improvement' | 'weight' | 'relativeWeight'>;
type Feature = Omit<HouseOfQuality['features'][number], 'importance' | 'relativeImportance' | 'rank'>;
type Relation = HouseOfQuality['relations'][number];
type Competitor = Omit<HouseOfQuality['competitors'][number], 'mean'>;
type Where = Parsed<typeof endpoint>['query'];

interface Rows {
  readonly needs: readonly Need[];
  readonly features: readonly Feature[];
  readonly relations: readonly Relation[];
  readonly competitors: readonly Competitor[];
}

/** Declined needs and those that are done are not weighed. */
export async function readHouse(operation: Operation, { query }: { readonly query: Where }): Promise<HouseOfQuality> {
  const rows = await readRows(operation, query);
  const { needs, features, relations, competitors } = rows;
  const house = weighHouse({ needs, featureIds: features.map(({ id }) => id), relations });
  const own = needs.flatMap(({ id, ownScore }) => (ownScore === null ? [] : [{ needId: id, score: ownScore }]));
  const [served, serving] = [new Set(relations.map(({ needId }) => needId)), new Set(relations.map(({ featureId }) => featureId))];
  return {
    needs: needs.map((need) => ({ ...need, ...known(house.needs, need.id) })).sort((a, b) => b.weight - a.weight),
    features: features.map((feature) => ({ ...feature, ...known(house.features, feature.id) })),
    relations: [...relations],
    competitors: competitors.map((one) => ({ ...one, mean: weighedMean(one.scores, house) })),
    ownMean: weighedMean(own, house),
    unserved: needs.flatMap(({ id }) => (served.has(id) ? [] : [id])),
    idle: features.flatMap(({ id }) => (serving.has(id) ? [] : [id])),
  };
}

function known<T>(of: ReadonlyMap<string, T>, id: string): T {
  const value = of.get(id);
  if (value === undefined) throw new Error('everything in the house is weighed');
  return value;
}

async function readRows({ db, orgId }: Operation, { serviceId, segmentId }: Where): Promise<Rows> {
  const service = serviceId === undefined ? sql`true` : sql`(d.service_id = ${serviceId} or d.service_id is null)`;
  const segment = segmentId === undefined ? sql`true` : sql`(d.segment_id = ${segmentId} or d.segment_id is null)`;
  const weighed = sql`select d.id from customer_need d where d.org_id = ${orgId} and d.deleted_at is null and d.state not in ('done', 'declined')
    and ${service} and ${segment}`;
  const needs = await sql<Need>`
    select d.id, d.name, d.kind, d.importance, d.own_score as "ownScore", d.target_score as "targetScore", d.sales_point as "salesPoint"
    from customer_need d where d.org_id = ${orgId} and d.id in (${weighed}) order by d.id`.execute(db);
  const features = await sql<Feature>`
    select id, name, unit, target, direction from service_feature where org_id = ${orgId} and deleted_at is null order by position, id`.execute(
    db,
  );
  const relations = await sql<Relation>`
    select r.need_id as "needId", r.feature_id as "featureId", r.strength from need_relation r
    join service_feature f on f.org_id = ${orgId} and f.id = r.feature_id and f.deleted_at is null
    where r.org_id = ${orgId} and r.need_id in (${weighed})`.execute(db);
  const competitors = await sql<Competitor>`
    select c.id, c.name, coalesce((
      select jsonb_agg(jsonb_build_object('needId', s.need_id, 'score', s.score)) from competitor_score s
      where s.org_id = ${orgId} and s.competitor_id = c.id and s.need_id in (${weighed})), '[]') as scores
    from competitor c where c.org_id = ${orgId} and c.deleted_at is null order by c.position, c.id`.execute(db);
  return { needs: needs.rows, features: features.rows, relations: relations.rows, competitors: competitors.rows };
}
