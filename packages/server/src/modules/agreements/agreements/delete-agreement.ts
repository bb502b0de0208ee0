import type { deleteAgreement as endpoint } from '@zhiheng/contract/agreements/agreements';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type { Jobs } from '../../../platform/jobs/jobs.ts';
import type { Call } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { lockAgreement } from './select-agreements.ts';

export const deleteAgreementWith =
  (jobs: Jobs) =>
  async (call: Call, { params }: Parsed<typeof endpoint>): Promise<{ ok: true }> => {
    const agreement = await lockAgreement(call, params.id);
    await call.db
      .updateTable('agreement')
      .set({ deleted_at: call.now, updated_at: call.now })
      .where('org_id', '=', call.orgId)
      .where('id', '=', params.id)
      .execute();
    const entity = { kind: 'agreement', id: params.id, label: agreement.name.zh };
    await recordEvent(call, { type: 'agreement.deleted', entity, data: { code: agreement.code, kind: agreement.kind } });
    call.afterCommit(() => jobs.send('recount', { orgId: call.orgId }));
    return { ok: true };
  };
