import type { BatchReply } from '@zhiheng/contract/measurement/observations';
import type { Call } from '../../../platform/operation.ts';
import { newId } from '../../../platform/identifier.ts';
import type { Jobs } from '../../../platform/jobs/jobs.ts';
import { storeRows } from '../store-rows.ts';
import { readRow, rowsOf } from './read-batch.rules.ts';

/** Stores one call's rows as a batch. What cannot be stored is quarantined; the others are not stopped by it. */
export const sendObservationsTo =
  (jobs: Jobs) =>
  async (call: Call, input: { query: { source: string } }): Promise<BatchReply> => {
    const { headers, body } = call.request;
    const prefix = typeof headers['idempotency-key'] === 'string' ? headers['idempotency-key'] : newId();
    const read = rowsOf(headers['content-type'] ?? '', body).map((raw, index) => readRow(raw, `${prefix}:${index}`));
    const rows = read.flatMap((result) => (result.kind === 'row' ? [result.row] : []));
    const rejected = read.flatMap((result) => (result.kind === 'rejected' ? [result.row] : []));
    const batch = await storeRows(call, { source: input.query.source, rows, rejected });
    call.afterCommit(() => jobs.send('compact', { orgId: call.orgId }));
    return batch;
  };
