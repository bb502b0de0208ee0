import { sql, type RawBuilder } from 'kysely';
import { usualModel } from './priority-model.rules.ts';

/** The model in force: the last that was set, or the one we begin with. */
export const modelInForce = (orgId: string): RawBuilder<unknown> => sql`
  coalesce((select m.definition from priority_model m where m.org_id = ${orgId} order by m.version desc limit 1), ${JSON.stringify(usualModel)}::jsonb)`;

/** Sum of what a finding costs, as far as amounts are known; null where none is. */
export const costOf: RawBuilder<number | null> = sql`
  (select sum((c.value ->> 'amount')::float8) from jsonb_each(f.costs) c)`;

/** Weighted mean of the scores of `f` that are there, 1 to 5; the cost of poor quality scores by its band. Null while nothing is scored. */
export const priorityOf = (orgId: string): RawBuilder<number | null> => sql`
  (select sum(s.value::float8 * (m.d -> 'weights' ->> s.key)::float8) / nullif(sum((m.d -> 'weights' ->> s.key)::float8), 0)
   from (select ${modelInForce(orgId)} as d) m
   cross join lateral jsonb_each_text(f.scores || case when ${costOf} is null then '{}'::jsonb
     else jsonb_build_object('cost', 1 + width_bucket(${costOf}, array(select b::float8 from jsonb_array_elements_text(m.d -> 'costBands') b))) end) s)`;
