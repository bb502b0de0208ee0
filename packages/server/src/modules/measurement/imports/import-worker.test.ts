import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cancelImport, getImport, startImport, type ImportJob, type importMapping } from '@zhiheng/contract/measurement/imports';
import type { z } from 'zod';
import type { Db } from '../../../platform/database/connect.ts';
import type { TestOrganisation } from '../../../testing/sign-in.ts';
import { useTestServer } from '../../../testing/test-server.ts';
import { dyingIn, watchTransactions } from '../../../testing/watch-transactions.ts';
import { rebuildRollups } from '../rebuild-rollups.ts';
import { importWorker, patience, sweepImports } from './import-worker.ts';
import { newMeasuringOrganisation, upload } from './imports.factory.ts';

const server = useTestServer();
const mapping: z.input<typeof importMapping> = {
  rows: 'records',
  time: { column: 'at' },
  key: ['id'],
  measures: [{ kind: 'number', indicator: 'score', column: 'score' }],
};
/** Three batches, with a bad row in each. */
const rows = 12_000;
const text = `id,at,score\n${Array.from({ length: rows }, (_, index) => `${index},2026-03-${String((index % 28) + 1).padStart(2, '0')} 08:00,${index % 4000 === 0 ? 'x' : index % 100}`).join('\n')}\n`;

const watched = (around: Parameters<typeof watchTransactions>[1]) => watchTransactions(server.root, around);

describe('the worker of imports', () => {
  let org: TestOrganisation;
  beforeEach(async () => {
    org = await newMeasuringOrganisation(server);
  });
  afterEach(() => vi.restoreAllMocks());

  /** Queues an import that nobody begins. */
  async function queued(dryRun = false): Promise<string> {
    const lost = vi.spyOn(server.platform.jobs, 'send').mockResolvedValue();
    const { id, state } = await org.call(startImport, { body: { fileId: await upload(org, text), mapping, dryRun } });
    lost.mockRestore();
    expect(state).toBe('queued');
    return id;
  }
  const work = (id: string, root: Db = server.root) => importWorker({ root, jobs: server.platform.jobs })({ orgId: org.orgId, id });
  const see = (id: string): Promise<ImportJob> => org.call(getImport, { params: { id } });

  async function stored() {
    const { rows: found } = await sql<{ n: number; keys: number; total: number; batches: number; aside: number }>`
      select count(*) as n, count(distinct record_key) as keys, sum(value) as total,
        (select count(*) from ingest_batch where org_id = ${org.orgId}) as batches,
        (select count(*) from quarantine where org_id = ${org.orgId} and state = 'open') as aside
      from observation where org_id = ${org.orgId}`.execute(server.owner);
    return found[0];
  }
  async function rollups() {
    const { rows: found } = await sql<{ n: number; total: number }>`select sum(n) as n, sum(total) as total from (
        select n, total from rollup where org_id = ${org.orgId} and grain = 'day'
        union all select n, total from rollup_delta where org_id = ${org.orgId} and grain = 'day') r`.execute(server.owner);
    return found[0];
  }
  const good = Array.from({ length: rows }, (_, index) => index).filter((index) => index % 4000 !== 0);
  const total = good.reduce((sum, index) => sum + (index % 100) * 10, 0);

  async function expectAllOnce(id: string): Promise<void> {
    expect(await see(id)).toMatchObject({
      state: 'done',
      progress: 1,
      counts: { rows, records: rows, stored: good.length, unchanged: 0, corrected: 0, quarantined: 3 },
    });
    expect(await stored()).toEqual({ n: good.length, keys: good.length, total, batches: 3, aside: 3 });
    expect(await rollups()).toEqual({ n: good.length, total });
  }

  it.each([1, 2, 3, 4, 5, 6])('killed at the end of its transaction %i goes on behind the last committed batch', async (fatal) => {
    const id = await queued();
    await expect(work(id, dyingIn(server.root, fatal))).rejects.toThrow();
    const dead = await see(id);
    expect(dead.state).toBe('queued');
    expect((await stored())?.n).toBe(dead.counts.stored);
    expect(dead.counts.records).toBe([0, 0, 0, 5000, 10_000, 12_000][fatal - 1]);
    await work(id);
    await expectAllOnce(id);
    await rebuildRollups(server.root, org.orgId);
    expect(await rollups()).toEqual({ n: good.length, total });
  });

  it('does not run a job twice, however many ask for it', async () => {
    const id = await queued();
    await Promise.all([work(id), work(id), work(id)]);
    await expectAllOnce(id);
    await work(id);
    await expectAllOnce(id);
  });

  it('gives way to another that took the job over', async () => {
    const id = await queued();
    // When the first worker begins its second batch, the second worker has already done everything.
    const slow = watched((number, begun) => async (tx) => {
      if (number === 4) {
        await server.owner
          .updateTable('import_job')
          .set({ heartbeat_at: new Date(0) })
          .where('id', '=', id)
          .execute();
        await work(id);
      }
      return begun(tx);
    });
    await work(id, slow);
    await expectAllOnce(id);
  });

  it('stores nothing behind the back of another that is further', async () => {
    const id = await queued();
    const overtaken = watched((number, begun) => async (tx) => {
      if (number === 4) await server.owner.updateTable('import_job').set({ rows_done: 10_000 }).where('id', '=', id).execute();
      return begun(tx);
    });
    await work(id, overtaken);
    expect(await see(id)).toMatchObject({ state: 'running', counts: { records: 5000 } });
    expect(await stored()).toMatchObject({ n: 4998, batches: 1 });
  });

  it('stops between two batches when the import is cancelled', async () => {
    const id = await queued();
    const cancelling = watched((number, begun) => async (tx) => {
      if (number === 4) expect(await org.call(cancelImport, { params: { id } })).toMatchObject({ state: 'cancelled' });
      return begun(tx);
    });
    await work(id, cancelling);
    expect(await see(id)).toMatchObject({ state: 'cancelled', counts: { records: 5000 } });
    expect((await stored())?.n).toBe(4998);
    const events = await server.owner.selectFrom('event').select('type').where('entity_id', '=', id).orderBy('id').execute();
    expect(events.map(({ type }) => type)).toEqual(['import.started', 'import.cancelled']);
  });

  it('stops a rehearsal too, and shows how far it is', async () => {
    const id = await queued(true);
    // Claim, open, rehearsal, progress after the first batch …
    const cancelling = watched((number, begun) => async (tx) => {
      if (number === 5) {
        expect(await see(id)).toMatchObject({ state: 'running', counts: { records: 5000 } });
        await org.call(cancelImport, { params: { id } });
      }
      return begun(tx);
    });
    await work(id, cancelling);
    expect(await see(id)).toMatchObject({ state: 'cancelled', problems: [] });
    expect((await stored())?.n).toBe(0);
  });

  it('begins a rehearsal again that was killed', async () => {
    const id = await queued(true);
    await expect(work(id, dyingIn(server.root, 5))).rejects.toThrow();
    await work(id);
    expect(await see(id)).toMatchObject({
      state: 'done',
      counts: { rows, stored: good.length, quarantined: 3 },
      problems: [{ reason: 'not_a_number', rows: 3, firstLine: 2 }],
    });
    expect((await stored())?.n).toBe(0);
  });

  it('lets nobody wait for a rehearsal who reads or writes meanwhile', async () => {
    const id = await queued(true);
    const looking = watched((number, begun) => async (tx) => {
      const result = await begun(tx);
      if (number === 4) {
        await sql`set lock_timeout = '2s'`.execute(server.owner);
        await server.owner.selectFrom('observation').select('record_key').limit(1).execute();
        await sql`select ensure_observation_months('{2031-05-01}')`.execute(server.root);
      }
      return result;
    });
    await work(id, looking);
    expect(await see(id)).toMatchObject({ state: 'done' });
  });

  it('is reminded of jobs that nobody works on, and of no others', async () => {
    const [lost, dead, fresh, working] = [await queued(), await queued(), await queued(), await queued()];
    const longAgo = new Date(Date.now() - 60_000);
    const set = (id: string, row: Record<string, unknown>) =>
      server.owner.updateTable('import_job').set(row).where('id', '=', id).execute();
    await set(lost, { created_at: longAgo });
    await set(dead, { state: 'running', heartbeat_at: longAgo });
    await set(working, { state: 'running', heartbeat_at: new Date(), created_at: longAgo });
    const send = vi.spyOn(server.platform.jobs, 'send').mockResolvedValue();
    await sweepImports(server.platform);
    const sent = send.mock.calls.map(([queue, job]) => [queue, job.orgId, job.id]).filter(([, orgId]) => orgId === org.orgId);
    expect(new Set(sent)).toEqual(new Set([lost, dead].map((id) => ['import', org.orgId, id])));
    send.mockRestore();
    await work(working);
    expect(await see(working)).toMatchObject({ state: 'running', counts: { records: 0 } });
    await work(dead);
    expect(await see(dead)).toMatchObject({ state: 'done', counts: { stored: good.length } });
    expect(await see(fresh)).toMatchObject({ state: 'queued' });
  });

  it('ends a job with the reason when the file can no longer be read', async () => {
    const id = await queued();
    await server.owner
      .updateTable('import_job')
      .set({ options: JSON.stringify({ encoding: 'utf-16le' }) })
      .where('id', '=', id)
      .execute();
    await work(id);
    const job = await see(id);
    expect(job).toMatchObject({ state: 'failed', counts: { stored: 0 }, failure: { code: 'unknown_column', params: { column: 'at' } } });
    const events = await server.owner
      .selectFrom('event')
      .select(['type', 'data'])
      .where('entity_id', '=', id)
      .orderBy('id', 'desc')
      .limit(1)
      .execute();
    expect(events).toMatchObject([{ type: 'import.finished', data: { failure: job.failure?.code } }]);
  });

  it('tries a fault again, and ends the job as one when it stays', async () => {
    const id = await queued();
    const broken = () => watched((number, begun) => (number === 3 ? () => Promise.reject(new TypeError('x is not a function')) : begun));
    for (let attempt = 1; attempt < patience; attempt++) {
      await expect(work(id, broken())).rejects.toThrow(TypeError);
      expect(await see(id)).toMatchObject({ state: 'queued', failure: null });
    }
    await expect(work(id, broken())).rejects.toThrow(TypeError);
    expect(await see(id)).toMatchObject({ state: 'failed', failure: { code: 'fault', params: {} } });
  });
});
