import { sql } from 'kysely';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { FindingRule, tryFindingRules as endpoint } from '@zhiheng/contract/findings/rules';
import type { Operation } from '../../../platform/operation.ts';
import { sameKeyOf } from '../register/open-finding.ts';
import { grouped } from './grouped.ts';
import { seenBy } from './look-for-findings.ts';
import type { SeenFinding, Span } from './span.ts';

type Source = Reply<typeof endpoint>['sources'][number];

const mostShown = 10;

/** What rules would have opened; nothing is stored. A rule that is off is tried all the same. */
export async function tryFindingRules(
  operation: Operation,
  { body }: Pick<Parsed<typeof endpoint>, 'body'>,
): Promise<Reply<typeof endpoint>> {
  const to = operation.now;
  const from = new Date(to);
  from.setUTCMonth(from.getUTCMonth() - body.months);
  const sources: Source[] = [];
  for (const rule of body.items) sources.push(await tryRule(operation, rule, { from, to }));
  return { from: from.toISOString(), to: to.toISOString(), sources };
}

async function tryRule(operation: Operation, rule: FindingRule, span: Span): Promise<Source> {
  const seen = await seenBy(operation, rule, span);
  const byKey = grouped(seen, sameKeyOf);
  const known = await knownKeys(operation, [...byKey.keys()]);
  const items = [...byKey].slice(0, mostShown).flatMap(([key, group]) => itemOf(group, known.has(key)));
  return { source: rule.source, findings: byKey.size, times: seen.length, items };
}

function itemOf(group: readonly SeenFinding[], isKnown: boolean): Source['items'] {
  const [first] = group;
  if (first === undefined) return [];
  return [{ title: first.title, severity: first.severity, at: first.at.toISOString(), times: group.length, isKnown }];
}

async function knownKeys({ db, orgId }: Operation, keys: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ key: string }>`
    select same_key as key from finding where org_id = ${orgId} and merged_into is null and same_key = any(${[...keys]}::text[])`.execute(
    db,
  );
  return new Set(rows.map(({ key }) => key));
}
