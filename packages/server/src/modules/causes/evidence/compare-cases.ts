import type { CaseField, EvidenceRequest, EvidenceResult } from '@zhiheng/contract/causes/evidence';
import { chiSquareTest } from '@zhiheng/stats/comparison';
import { forbidden, invalidField } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';
import { countLevels } from '../../cases/index.ts';
import { shareResult } from './compare-indicator.ts';
import { decided } from './decided.rules.ts';
import { weighTable } from './weigh.rules.ts';
import { spanOf } from './gather-group.ts';

type Comparison = Extract<EvidenceRequest, { kind: 'test' }>;
type OfCases = Comparison & { readonly of: Extract<Comparison['of'], { kind: 'cases' }> };
type Counts = ReadonlyMap<string, number>;

/** Cases of two groups: one share against the other, or all levels of the field at once. */
export async function compareCases(operation: Operation, request: OfCases): Promise<EvidenceResult> {
  if (!operation.actor.permissions.has('cases.read')) throw forbidden('cases.read');
  const { field, value } = request.of;
  const count = async (at: 0 | 1): Promise<Counts> =>
    countLevels(operation, { field, ...(await spanOf(operation, request.groups[at], `request.groups.${at}`)) });
  const [first, second] = [await count(0), await count(1)];
  if (request.method === 'chi-square') return table(request, first, second);
  if (request.method !== 'two-proportions') throw invalidField('request.method', 'test_does_not_fit', { measure: 'share' });
  return shareResult(request, [proportion(first, value), proportion(second, value)], nameOf(field, value));
}

const total = (counts: Counts): number => [...counts.values()].reduce((sum, count) => sum + count, 0);
const proportion = (counts: Counts, level: string) => ({ count: counts.get(level) ?? 0, n: total(counts) });
const nameOf = (field: CaseField, value: string) => ({ zh: `${field} = ${value}`, en: `${field} = ${value}` });

function table(request: OfCases, first: Counts, second: Counts): EvidenceResult {
  if (request.claim !== 'differ') throw invalidField('request.claim', 'table_has_no_direction');
  const levels = [...new Set([...first.keys(), ...second.keys()])].sort();
  const test = decided(chiSquareTest([first, second].map((counts) => levels.map((level) => counts.get(level) ?? 0))));
  return {
    ...{ says: weighTable(test.p), n: test.n, estimate: test.cramersV, interval: null },
    groups: [first, second].map((counts) => ({ n: total(counts), value: null })),
    ...{ statistic: test.statistic, df: test.df, p: test.p, unit: '', decimals: 3 },
    measured: { zh: request.of.field, en: request.of.field },
  };
}
