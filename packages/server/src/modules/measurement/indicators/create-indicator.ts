import type { Parsed } from '@zhiheng/contract/endpoint';
import type { createIndicator as endpoint, Indicator } from '@zhiheng/contract/measurement/indicators';
import { givenFields } from '../../../platform/changes-between.ts';
import { newId } from '../../../platform/identifier.ts';
import type { Jobs } from '../../../platform/jobs/jobs.ts';
import type { Call } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { askForFigures } from '../figure-recount.ts';
import { demandFormula } from './formulas.ts';
import { demandLimits, demandOwner, demandShape, rowOf, type IndicatorFields } from './indicator-row.ts';
import { readIndicator } from './select-indicators.ts';
import { beginning } from './set-limits.ts';

type Body = Parsed<typeof endpoint>['body'];

/** What the house counts itself is counted from all that happened so far. */
export const createIndicatorWith =
  (jobs: Jobs) =>
  async (call: Call, { body }: Parsed<typeof endpoint>): Promise<Indicator> => {
    const { code, measure, decimals, limits, ...given } = body;
    const fields = fieldsOf(measure, given);
    demandShape({ ...fields, measure });
    if (limits !== undefined) demandLimits({ ...fields, measure }, limits, 'limits.');
    await demandOwner(call, fields.ownerId);
    if (fields.formula !== null) await demandFormula(call, fields.formula, code);
    const id = newId();
    const row = { org_id: call.orgId, id, code, measure, decimals, ...rowOf(fields), updated_at: call.now };
    await call.db.insertInto('indicator').values(row).execute();
    if (limits !== undefined) {
      const first = { org_id: call.orgId, indicator_id: id, version: 1, valid_from: beginning, ...limits };
      await call.db.insertInto('indicator_limits').values(first).execute();
    }
    const data = { code, name: body.name, measure, limits: limits ?? null };
    await recordEvent(call, { type: 'indicator.created', entity: { kind: 'indicator', id, label: body.name.zh }, data });
    if (fields.countedFrom !== null) await askForFigures(call, jobs);
    return readIndicator(call, code);
  };

function fieldsOf(measure: Body['measure'], given: Omit<Body, 'code' | 'measure' | 'decimals' | 'limits'>): IndicatorFields {
  const { name, dimension, perspective, unit, direction, ...more } = given;
  const plain = {
    definition: { zh: '', en: '' },
    aggregate: measure === 'count' ? 'sum' : 'mean',
    period: 'month',
    formula: null,
    plausibleMin: null,
    plausibleMax: null,
    source: null,
    targetSource: null,
    countedFrom: null,
    ownerId: null,
  } as const;
  return { name, dimension, perspective, unit, direction, ...plain, ...givenFields(more) };
}
