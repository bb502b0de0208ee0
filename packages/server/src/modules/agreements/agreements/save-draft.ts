import type { Agreement, saveAgreementDraft as endpoint } from '@zhiheng/contract/agreements/agreements';
import type { Parsed } from '@zhiheng/contract/endpoint';
import { changesBetween, givenFields } from '../../../platform/changes-between.ts';
import { changedMeanwhile, conflict } from '../../../platform/errors.ts';
import type { Jobs } from '../../../platform/jobs/jobs.ts';
import type { Call } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { lockAgreement, readAgreement } from './select-agreements.ts';

/** A draft may be saved with faults: they are told beside it, and refuse its publication. A name counts at once. */
export const saveDraftWith =
  (jobs: Jobs) =>
  async (call: Call, { params, body }: Parsed<typeof endpoint>): Promise<Agreement> => {
    const before = await lockAgreement(call, params.id);
    const { revision, ...given } = body;
    if (revision !== before.revision) throw changedMeanwhile();
    const fields = givenFields(given);
    const data = changesBetween<Pick<Agreement, 'name' | 'draft'>>(before, fields);
    if (Object.keys(data).length === 0) return before;
    const after = { ...before, ...fields };
    if (after.draft === null && before.version === 0) throw conflict('draft_needed');
    const draft = after.draft === null ? null : JSON.stringify(after.draft);
    await call.db
      .updateTable('agreement')
      .set({ name: JSON.stringify(after.name), draft, revision: revision + 1, updated_at: call.now })
      .where('org_id', '=', call.orgId)
      .where('id', '=', params.id)
      .execute();
    await recordEvent(call, { type: 'agreement.changed', entity: { kind: 'agreement', id: params.id, label: after.name.zh }, data });
    if (data.name !== undefined && before.version > 0) call.afterCommit(() => jobs.send('recount', { orgId: call.orgId }));
    return readAgreement(call, params.id);
  };
