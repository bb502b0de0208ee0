import { sql } from 'kysely';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type { CostPart, FindingCost, FindingPriority, setFindingPriority as setting } from '@zhiheng/contract/findings/priority';
import { changedMeanwhile, invalidField } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { entityOf, lockFinding } from '../register/finding-rows.ts';
import { findFinding } from '../register/read-finding.ts';
import { costScoreOf, totalOf } from './cost.rules.ts';
import { countCosts } from './count-costs.ts';
import { getPriorityModel } from './priority-model.ts';

interface Scored {
  readonly scores: FindingPriority['scores'];
  readonly costs: FindingPriority['costs'];
}

export async function getFindingPriority(operation: Operation, id: string): Promise<FindingPriority> {
  const { db, orgId } = operation;
  const finding = await findFinding(operation, id);
  const model = await getPriorityModel(operation);
  const { rows } = await sql<Scored>`select scores, costs from finding where org_id = ${orgId} and id = ${id}`.execute(db);
  const { scores, costs } = rows[0] ?? { scores: {}, costs: {} };
  const costTotal = totalOf(costs);
  return {
    ...{ scores, costs, costTotal, costScore: costTotal === null ? null : costScoreOf(costTotal, model.costBands) },
    counted: await countCosts(operation, finding, model),
    priority: finding.priority,
  };
}

export async function setFindingPriority(
  operation: Operation,
  { params, body }: Pick<Parsed<typeof setting>, 'params' | 'body'>,
): Promise<FindingPriority> {
  const { db, orgId, now } = operation;
  await lockFinding(operation, params.id);
  const finding = await findFinding(operation, params.id);
  if (finding.version !== body.version) throw changedMeanwhile();
  const before = await getFindingPriority(operation, params.id);
  const costs = costsOf(body.costs, before.counted);
  await sql`update finding set scores = ${JSON.stringify(body.scores)}::jsonb, costs = ${JSON.stringify(costs)}::jsonb, version = version + 1,
      updated_at = ${now} where org_id = ${orgId} and id = ${params.id}`.execute(db);
  const data = { scores: { from: before.scores, to: body.scores }, costs: { from: before.costs, to: costs } };
  await recordEvent(operation, { type: 'finding.changed', entity: entityOf(finding), data });
  return getFindingPriority(operation, params.id);
}

type GivenCosts = Parsed<typeof setting>['body']['costs'];

/** What is counted can be taken over only where something is counted. */
function costsOf(given: GivenCosts, counted: FindingPriority['counted']): FindingPriority['costs'] {
  const parts = Object.entries(given) as [CostPart, NonNullable<GivenCosts[CostPart]>][];
  return Object.fromEntries(parts.map(([part, cost]): [CostPart, FindingCost] => [part, costOf(part, cost, counted)]));
}

function costOf(part: CostPart, cost: NonNullable<GivenCosts[CostPart]>, counted: FindingPriority['counted']): FindingCost {
  if (cost.source === 'entered') return { ...cost, amount: cost.quantity * cost.rate };
  const known = counted[part];
  if (known === undefined) throw invalidField(`costs.${part}`, 'not_counted');
  return known;
}
