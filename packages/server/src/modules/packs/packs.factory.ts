import { sql } from 'kysely';
import type { TestServer } from '../../testing/test-server.ts';

/** Names of the packs that the product ships. */
export const shipped = ['catering', 'housekeeping', 'it-service', 'outpatient', 'telecom', 'testing-laboratory'] as const;

/** A small pack that is sound; tests break one thing in it. */
export const smallPack = {
  'pack.yaml': `pack: small
version: 1
name: { zh: 小包, en: Small pack }
description: { zh: 试验, en: For tests }
`,
  'organisation.yaml': `teams:
  - { code: desk-team, name: { zh: 服务台, en: Desk team } }
  - { code: night-team, name: { zh: 夜班, en: Night team }, parent: desk-team }
sites:
  - { code: north, name: { zh: 北, en: North } }
  - { code: south, name: { zh: 南, en: South } }
segments: []
`,
  'services.yaml': `services:
  - code: desk
    name: { zh: 台, en: Desk }
    type: support
    description: { zh: 帮助, en: Help }
    customers: { zh: 员工, en: Staff }
    team: desk-team
    channels: [phone]
    state: live
  - code: night-desk
    name: { zh: 夜台, en: Night desk }
    type: support
    description: { zh: 夜间, en: At night }
    team: night-team
    state: pipeline
    parent: desk
    depends_on: [desk]
`,
  'indicators.yaml': `indicators:
  - code: wait_time
    name: { zh: 等候, en: Waiting }
    definition: { zh: 时长, en: Time }
    dimension: responsiveness
    perspective: technical
    measure: duration
    unit: min
    direction: lower
    target: 5
    warning: 10
    critical: 20
    plausible_min: 0
    plausible_max: 600
    benchmarks:
      - { kind: industry, value: 6, source: { zh: 报告, en: Report }, as_of: 2024-05-01 }
  - code: calls
    name: { zh: 来电, en: Calls }
    definition: { zh: 次数, en: How many }
    dimension: efficiency
    perspective: technical
    measure: count
    unit: "1"
    decimals: 0
    direction: nominal
    aggregate: sum
  - code: solved_rate
    name: { zh: 解决率, en: Solved }
    definition: { zh: 比例, en: Share }
    dimension: reliability
    perspective: user
    measure: share
    unit: "%"
    direction: higher
    target: 90
    warning: 80
    critical: 60
  - code: calls_in_time
    name: { zh: 及时率, en: In time }
    definition: { zh: 及时, en: In time }
    dimension: responsiveness
    perspective: technical
    measure: formula
    unit: "%"
    direction: higher
    formula: attained(wait_time)
    target: 90
    warning: 80
    critical: 60
`,
  'scorecards.yaml': `scorecards:
  - code: small-card
    name: { zh: 指数, en: Index }
    description: { zh: 说明, en: Words }
    headline: [wait_time, solved_rate, calls_in_time, calls]
    children:
      - code: speed
        name: { zh: 快, en: Speed }
        weight: 2
        children:
          - { code: waiting, weight: 1, indicator: wait_time }
          - { code: in-time, weight: 1, indicator: calls_in_time }
      - { code: solved, weight: 1, indicator: solved_rate }
`,
  'demo.yaml': `subjects:
  - { service: desk, site: north }
  - { service: desk, site: south, quality: 0.1 }
  - { service: night-desk, team: night-team, site: north, volume: 0.5 }
series:
  - { indicator: wait_time, per_month: 20, distribution: { kind: lognormal, median: 5, spread: 0.4 }, problem_factor: 3 }
  - { indicator: solved_rate, per_month: 10, distribution: { kind: share, yes: 0.9, of: 1 } }
  - { indicator: calls, services: [desk], per_month: 1, distribution: { kind: poisson, mean: 400 } }
problem:
  title: { zh: 北边慢, en: Slow in the north }
  story: { zh: "", en: "" }
  where: { site: north }
  last_months: 3
`,
} as const;
export type SmallFile = keyof typeof smallPack;

/** The small pack with one passage of one file put differently. Fails when the passage is not there. */
export function smallPackWith(file: SmallFile, from: string, to: string): Record<string, string> {
  const text: string = smallPack[file];
  if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
  return { ...smallPack, [file]: text.replace(from, to) };
}

/** Tables that do not belong to the state that people see: the log, sign-in, and answers kept for repetition. */
const apart = new Set(['event', 'session', 'idempotency_key', 'schema_migration']);

/** A fingerprint of every row of an organisation, table by table. Two states with one fingerprint hold the same rows. */
export async function fingerprint(server: TestServer, orgId: string, leaveOut: readonly string[] = []): Promise<Record<string, string>> {
  const { rows: tables } = await sql<{ name: string }>`
    select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'org_id'
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition order by 1`.execute(server.owner);
  const prints: Record<string, string> = {};
  for (const { name } of tables.filter((table) => !apart.has(table.name) && !leaveOut.includes(table.name))) {
    const { rows } = await sql<{ print: string }>`
      select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as print
      from ${sql.table(name)} t where org_id = ${orgId}`.execute(server.owner);
    prints[name] = rows[0]?.print ?? '';
  }
  return prints;
}
