import type { Parsed } from '@zhiheng/contract/endpoint';
import type { deleteIndicator as endpoint } from '@zhiheng/contract/measurement/indicators';
import { conflict } from '../../../platform/errors.ts';
import type { Call } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { lockFormulas } from './formulas.ts';
import { usersOf } from './get-indicator.ts';
import { lockIndicator } from './select-indicators.ts';

/** What a formula reads cannot go: its figures would be missing without a word. */
export async function deleteIndicator(call: Call, { params }: Parsed<typeof endpoint>): Promise<{ ok: true }> {
  const indicator = await lockIndicator(call, params.code);
  await lockFormulas(call);
  const [user] = await usersOf(call, params.code);
  if (user !== undefined) throw conflict('used_by_formula', { code: user });
  await call.db
    .updateTable('indicator')
    .set({ deleted_at: call.now })
    .where('org_id', '=', call.orgId)
    .where('id', '=', indicator.id)
    .execute();
  const entity = { kind: 'indicator', id: indicator.id, label: indicator.name.zh };
  await recordEvent(call, { type: 'indicator.deleted', entity, data: { code: indicator.code } });
  return { ok: true };
}
