import { sql } from 'kysely';
import type { z } from 'zod';
import { packCustomers, type PackSegmentRule } from '@zhiheng/contract/packs/pack-customers';
import type { Operation } from '../../platform/operation.ts';
import { countDecisions, planInstall, type InstallPlan, type PackPart, type StandingRow } from '../../platform/pack-part.ts';
import { recordEvent } from '../../platform/record-event.ts';
import { placeInSegments } from './place-in-segments.ts';

/** A rule goes by the code of its segment. */
type RuleContent = PackSegmentRule & { readonly code: string };

/** `customers.yaml`: who belongs to which segment. */
export const customersPackPart: PackPart<'customers.yaml', z.infer<typeof packCustomers>> = {
  kind: 'customers.yaml',
  schema: packCustomers,
  async install(operation, pack, content) {
    const wanted = content.segment_rules.map((rule) => ({ ...rule, code: rule.segment }));
    const plan = planInstall(pack, await readRules(operation), wanted);
    if (plan.write.length > 0) await writeRules(operation, { pack, order: wanted.map(({ code }) => code) }, plan);
    return countDecisions(plan.decisions.values());
  },
  async export(operation) {
    const rows = (await readRules(operation)).filter((row) => !row.deleted);
    return { segment_rules: rows.flatMap(({ content: { code, ...rule } }) => (rule.tests.length === 0 ? [] : [rule])) };
  },
};

interface Source {
  readonly pack: string;
  readonly order: readonly string[];
}

async function writeRules(operation: Operation, { pack, order }: Source, plan: InstallPlan<RuleContent>): Promise<void> {
  const { db, orgId } = operation;
  const rows = plan.write.map(({ content: { code, level, tests }, hash }) => ({ code, level, tests, hash, position: order.indexOf(code) }));
  await sql`
    insert into segment_rule (org_id, segment_id, position, level, tests, pack, pack_hash)
    select ${orgId}, s.id, r.position, r.level, r.tests, ${pack}, r.hash
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (code text, level text, tests jsonb, hash text, position integer)
    join segment s on s.org_id = ${orgId} and s.code = r.code
    on conflict (org_id, segment_id) do update set level = excluded.level, tests = excluded.tests, pack_hash = excluded.pack_hash`.execute(
    db,
  );
  const moved = await placeInSegments(operation);
  await recordEvent(operation, { type: 'segment-rules.changed', entity: { kind: 'organisation', id: orgId }, data: { pack, moved } });
}

/** A rule lies in the trash with its segment. */
async function readRules({ db, orgId }: Pick<Operation, 'db' | 'orgId'>): Promise<StandingRow<RuleContent>[]> {
  const { rows } = await sql<StandingRow<RuleContent>>`
    select r.segment_id as id, r.pack, r.pack_hash as "packHash", s.deleted_at is not null as deleted,
      jsonb_strip_nulls(jsonb_build_object('code', s.code, 'segment', s.code, 'level', r.level)) || jsonb_build_object('tests', r.tests) as content
    from segment_rule r join segment s on s.org_id = ${orgId} and s.id = r.segment_id
    where r.org_id = ${orgId} order by r.position, s.code`.execute(db);
  return rows;
}
