import type { Parsed } from '@zhiheng/contract/endpoint';
import type { Recomputation, recomputeResult as endpoint } from '@zhiheng/contract/campaigns/results';
import { conflict, notFound } from '../../../platform/errors.ts';
import { hashOf } from '../../../platform/identifier.ts';
import type { Call } from '../../../platform/operation.ts';
import { documentOf } from './freeze-result.ts';
import type { IndicatorSource } from './indicator-source.ts';
import { readDocument, readFrozen } from './read-frozen.ts';
import { calculation, workOut, type AnalysisInputs } from './work-out.rules.ts';

/** Calculates a frozen result again from what it stores, and from nothing that is there today. */
export const recomputeResult =
  (source: IndicatorSource) =>
  async (call: Call, { params }: Pick<Parsed<typeof endpoint>, 'params'>): Promise<Recomputation> => {
    const document = await readDocument(call, params.id, params.number);
    const frozen = (await readFrozen(call, params.id)).find(({ number }) => number === params.number);
    if (frozen === undefined) throw notFound('campaign_result');
    const { inputs } = JSON.parse(document) as { readonly inputs: AnalysisInputs };
    if (inputs.calculation !== calculation) throw conflict('campaign_other_calculation', { made: inputs.calculation, now: calculation });
    const again = documentOf(inputs, workOut(inputs, source));
    return {
      equal: again === document && hashOf(document) === frozen.sha256,
      stored: hashOf(document),
      noted: frozen.sha256,
      recomputed: hashOf(again),
      bytes: Buffer.byteLength(document),
    };
  };
