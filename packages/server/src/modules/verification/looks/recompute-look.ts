import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { recomputeLook as endpoint } from '@zhiheng/contract/verification/verifications';
import { conflict, notFound } from '../../../platform/errors.ts';
import { hashOf } from '../../../platform/identifier.ts';
import type { Call } from '../../../platform/operation.ts';
import { canonical } from '../../campaigns/index.ts';
import { calculation, judge } from '../plan/frozen-plan.rules.ts';
import { documentOf, frozenOf, readLooks, readRecord, verdictOf } from '../read-verification.ts';

type Input = Pick<Parsed<typeof endpoint>, 'params'>;

/** Calculates a look again from the plan and the figures that it keeps, and from nothing that is there today. */
export async function recomputeLook(call: Call, { params }: Input): Promise<Reply<typeof endpoint>> {
  const record = await readRecord(call, params.id);
  const look = (await readLooks(call, params.id)).find(({ number }) => number === params.number);
  if (look === undefined) throw notFound('verification_look');
  const frozen = frozenOf(record);
  if (frozen.calculation !== calculation) throw conflict('campaign_other_calculation', { made: frozen.calculation, now: calculation });
  const { periods, number } = documentOf(look);
  const verdict = judge(frozen, periods).looks[number - 1];
  const again = verdict === undefined ? '' : canonical({ plan: hashOf(record.plan), periods, number, verdict: verdictOf(verdict) });
  const planKept = hashOf(record.plan) === record.planHash;
  return {
    equal: planKept && again === look.document && hashOf(look.document) === look.sha256,
    stored: hashOf(look.document),
    noted: look.sha256,
    recomputed: hashOf(again),
    bytes: Buffer.byteLength(look.document),
  };
}
