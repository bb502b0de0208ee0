import type { z } from 'zod';
import { packIndicators } from '@zhiheng/contract/packs/pack-file';
import {
  countDecisions,
  planInstall,
  type Decision,
  type InstallPlan,
  type PackPart,
  type PlannedRow,
} from '../../../platform/pack-part.ts';
import { recordEvents, type EventDraft } from '../../../platform/record-event.ts';
import { installLimits } from './install-limits.ts';
import { readPackIndicators, takeApart, type DefinedIndicator, type StandingIndicator } from './read-pack-indicators.ts';
import { writePackIndicators } from './write-pack-indicators.ts';

/** `indicators.yaml`: definitions with their limits and benchmarks. */
export const indicatorsPackPart: PackPart<'indicators.yaml', z.infer<typeof packIndicators>> = {
  kind: 'indicators.yaml',
  schema: packIndicators,
  async install(operation, pack, content) {
    const standing = await readPackIndicators(operation);
    const plan = keepMeasures(
      planInstall(
        pack,
        standing,
        content.indicators.map((indicator) => takeApart(indicator).definition),
      ),
      standing,
    );
    await writePackIndicators(operation, pack, plan.write);
    const events = plan.write.map((row) => eventOf(row, pack));
    await recordEvents(operation, events);
    const limits = await installLimits(operation, { pack, standing, ids: plan.ids }, content.indicators);
    return countDecisions([...plan.decisions].map(([code, decision]) => together(decision, limits.get(code))));
  },
  async export(operation) {
    const rows = (await readPackIndicators(operation)).filter((row) => !row.deleted);
    return { indicators: rows.map((row) => ({ ...row.content, ...row.limits?.values, benchmarks: [...row.allBenchmarks] })) };
  },
};

type Plan = InstallPlan<DefinedIndicator>;

/** Stored integers depend on measure and decimals: a pack that changes them finds the indicator kept as it is. */
function keepMeasures(plan: Plan, standing: readonly StandingIndicator[]): Plan {
  const rows = new Map(standing.map((row) => [row.id, row.content]));
  const changesMeasure = ({ id, content }: PlannedRow<DefinedIndicator>): boolean => {
    const row = rows.get(id);
    return row !== undefined && (row.measure !== content.measure || row.decimals !== content.decimals);
  };
  const refused = plan.write.filter(changesMeasure).map((row) => [row.content.code, 'kept'] as const);
  return { ids: plan.ids, write: plan.write.filter((row) => !changesMeasure(row)), decisions: new Map([...plan.decisions, ...refused]) };
}

function eventOf({ id, decision, content }: PlannedRow<DefinedIndicator>, pack: string): EventDraft {
  const type = decision === 'added' ? 'indicator.created' : 'indicator.changed';
  return { type, entity: { kind: 'indicator', id, label: content.name.zh }, data: { pack, code: content.code } };
}

/** Definition and limits count as one row: what changed wins, then what was kept. */
function together(definition: Decision, limits: Decision | undefined): Decision {
  if (definition === 'added' || limits === undefined) return definition;
  const both = [definition, limits];
  if (both.includes('updated') || both.includes('added')) return 'updated';
  return both.includes('kept') ? 'kept' : 'unchanged';
}
