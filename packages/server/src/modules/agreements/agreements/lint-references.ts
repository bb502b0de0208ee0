import type { AgreementDefinition } from '@zhiheng/contract/agreements/policy';
import type { Operation } from '../../../platform/operation.ts';
import { unknownIds, type Named } from './demand-rows.ts';
import { fault, type Finding } from './lint.rules.ts';

const tables = { contract: 'service_contract', customer: 'customer', segment: 'segment', service: 'service' } as const satisfies Record<
  string,
  Named
>;
type Part = keyof typeof tables;

/** What a definition names and is not there. */
export async function lintReferences(operation: Pick<Operation, 'db' | 'orgId'>, definition: AgreementDefinition): Promise<Finding[]> {
  const findings: Finding[] = [];
  const missing = await unknownIds(operation, 'business_calendar', [definition.calendarId]);
  if (missing.size > 0) findings.push(fault('unknown-calendar', 'calendarId', { id: definition.calendarId }));
  const scopes = [{ scope: definition.scope, where: 'scope' }, ...definition.targets.map(rowScope)];
  for (const part of Object.keys(tables) as Part[]) {
    const unknown = await unknownIds(operation, tables[part], [...new Set(scopes.flatMap(({ scope }) => scope[part] ?? []))]);
    const named = scopes.flatMap(({ scope, where }) => (scope[part] ?? []).map((id) => ({ id, where })));
    findings.push(
      ...named.filter(({ id }) => unknown.has(id)).map(({ id, where }) => fault(`unknown-${part}`, `${where}.${part}`, { id })),
    );
  }
  return findings;
}

const rowScope = ({ scope = {} }: AgreementDefinition['targets'][number], index: number) => ({ scope, where: `targets.${index}.scope` });
