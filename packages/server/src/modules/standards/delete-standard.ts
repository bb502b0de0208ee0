import type { Parsed } from '@zhiheng/contract/endpoint';
import type { deleteStandard as endpoint } from '@zhiheng/contract/standards/standards';
import { putAway } from '../../platform/database/trash.ts';
import type { Call } from '../../platform/operation.ts';
import { recordEvent } from '../../platform/record-event.ts';
import { lockStandard } from './read-standard.ts';
import { entityOf } from './standard-rows.ts';

export async function deleteStandard(call: Call, { params }: Pick<Parsed<typeof endpoint>, 'params'>): Promise<{ ok: true }> {
  const standard = await lockStandard(call, params.id);
  await putAway(call, 'standard', params.id);
  await recordEvent(call, { type: 'standard.deleted', entity: entityOf(standard) });
  return { ok: true };
}
