import type { Call } from '../../../platform/operation.ts';
import type { Jobs } from '../../../platform/jobs/jobs.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import type { IncomingRow } from '../incoming-rows.ts';
import { storeRows } from '../store-rows.ts';
import { openQuarantine, type QuarantineChoice } from './select-quarantine.ts';

const atOnce = 20_000;

interface Waiting {
  readonly id: string;
  readonly row: IncomingRow;
}

/** Tries understood rows again, as if they came now: each goes in under its own identity, so nothing is stored twice. */
export const retryQuarantineWith =
  (jobs: Jobs) =>
  async (call: Call, { body }: { body: QuarantineChoice }): Promise<{ released: number; still: number }> => {
    const rows = await openQuarantine(call, body).select(['id', 'source_id', 'import_id', 'input']).orderBy('id').limit(atOnce).execute();
    let released = 0;
    for (const group of groupBySource(rows).values()) released += await retry(call, group);
    await recordEvent(call, {
      type: 'quarantine.released',
      entity: { kind: 'quarantine', id: body.importId ?? 'all' },
      data: { rows: released },
    });
    call.afterCommit(() => jobs.send('compact', { orgId: call.orgId }));
    return { released, still: rows.length - released };
  };

interface Group {
  readonly sourceId: string;
  readonly importId: string | null;
  readonly waiting: Waiting[];
}

function groupBySource(rows: readonly { id: string; source_id: string; import_id: string | null; input: unknown }[]): Map<string, Group> {
  const groups = new Map<string, Group>();
  for (const row of rows) {
    if (row.input === null) continue;
    const key = `${row.source_id}${row.import_id ?? ''}`;
    const group = groups.get(key) ?? { sourceId: row.source_id, importId: row.import_id, waiting: [] };
    const input = row.input as IncomingRow & { at: string };
    group.waiting.push({ id: row.id, row: { ...input, at: new Date(input.at) } });
    groups.set(key, group);
  }
  return groups;
}

async function retry(call: Call, group: Group): Promise<number> {
  const source = await call.db
    .selectFrom('source')
    .select('code')
    .where('org_id', '=', call.orgId)
    .where('id', '=', group.sourceId)
    .executeTakeFirstOrThrow();
  const rows = group.waiting.map(({ row }) => row);
  const origin = group.importId === null ? {} : { importId: group.importId };
  const batch = await storeRows(call, { source: source.code, ...origin, rows, quarantineAs: 'nowhere' });
  const refused = new Set(batch.rejected.map((rejected) => rejected.row));
  const released = group.waiting.filter(({ row }) => !refused.has(row)).map(({ id }) => id);
  if (released.length === 0) return 0;
  await call.db.updateTable('quarantine').set({ state: 'released' }).where('org_id', '=', call.orgId).where('id', 'in', released).execute();
  return released.length;
}
