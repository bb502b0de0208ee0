import type { CauseAnalysis } from '@zhiheng/contract/causes/causes';
import { putAway, takeOut } from '../../../platform/database/trash.ts';
import type { Call, Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { entityOf } from './analysis-rows.ts';
import { lockAnalysis } from './read-analysis.ts';

export async function deleteAnalysis(call: Call, { params }: { readonly params: { readonly id: string } }): Promise<{ ok: true }> {
  const analysis = await lockAnalysis(call, params.id);
  await putAway(call, 'cause_analysis', params.id);
  await recordEvent(call, { type: 'cause-analysis.deleted', entity: entityOf(analysis) });
  return { ok: true };
}

/** Brings an analysis back from the trash with its evidence. */
export async function restoreAnalysis(operation: Operation, id: string): Promise<void> {
  const restored = await takeOut<Pick<CauseAnalysis, 'id' | 'title'>>(operation, 'cause_analysis', id);
  await recordEvent(operation, { type: 'cause-analysis.restored', entity: entityOf(restored) });
}
