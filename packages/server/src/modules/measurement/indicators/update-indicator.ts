import type { Parsed } from '@zhiheng/contract/endpoint';
import type { Indicator, updateIndicator as endpoint } from '@zhiheng/contract/measurement/indicators';
import { changesBetween, givenFields } from '../../../platform/changes-between.ts';
import { changedMeanwhile, conflict } from '../../../platform/errors.ts';
import type { Jobs } from '../../../platform/jobs/jobs.ts';
import type { Call } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { askForFigures } from '../figure-recount.ts';
import { demandFormula } from './formulas.ts';
import { demandLimits, demandOwner, demandShape, rowOf } from './indicator-row.ts';
import { lockIndicator, readIndicator, type IndicatorWithHistory } from './select-indicators.ts';
import { wasMeasured } from './was-measured.ts';

/** A new direction judges every stored value anew: the rollups are made again. What is counted anew is counted from all that happened so far. */
export const updateIndicatorWith =
  (jobs: Jobs) =>
  async (call: Call, { params, body }: Parsed<typeof endpoint>): Promise<Indicator> => {
    const before = await lockIndicator(call, params.code);
    const { version, ...given } = body;
    if (version !== before.version) throw changedMeanwhile();
    const fields = givenFields(given);
    const data = changesBetween(before, fields);
    if (Object.keys(data).length === 0) return before;
    const after = { ...before, ...fields };
    await demandFitting(call, before, after);
    const set = { ...rowOf(after), version: version + 1, updated_at: call.now };
    await call.db.updateTable('indicator').set(set).where('org_id', '=', call.orgId).where('id', '=', before.id).execute();
    await recordEvent(call, { type: 'indicator.changed', entity: { kind: 'indicator', id: before.id, label: after.name.zh }, data });
    if (after.direction !== before.direction && (await wasMeasured(call, before.id))) {
      call.afterCommit(() => jobs.send('rebuild', { orgId: call.orgId }));
    }
    if (data.countedFrom !== undefined) await askForFigures(call, jobs);
    return readIndicator(call, params.code);
  };

async function demandFitting(call: Call, before: IndicatorWithHistory, after: IndicatorWithHistory): Promise<void> {
  demandShape(after);
  if (after.direction !== before.direction && after.limits !== null) demandLimits(after, after.limits, 'direction.');
  if (after.unit !== before.unit && before.measure === 'duration' && hasFigures(before)) throw conflict('unit_in_use');
  if (after.ownerId !== before.ownerId) await demandOwner(call, after.ownerId);
  if (after.formula !== null && after.formula !== before.formula) await demandFormula(call, after.formula, before.code);
}

/** Figures that were given in the old unit would silently mean something else in a new one. */
const hasFigures = (indicator: IndicatorWithHistory): boolean =>
  indicator.history.length > 0 || indicator.benchmarks.length > 0 || indicator.plausibleMin !== null || indicator.plausibleMax !== null;
