/**
 * Claim: the log of a service desk (70,986 lines, 36 columns, 12,438 incidents, five measures each) is imported at 30,000 lines a
 * second or more, with fsync; beside it, in the same run, how fast the same file is only cut into cells.
 */
import { createHash } from 'node:crypto';
import { csvRows } from '../packages/server/src/platform/table-files/csv-rows.ts';
import { importWorker } from '../packages/server/src/modules/measurement/index.ts';
import { buildIndicator } from '../packages/server/src/modules/measurement/measurement.factory.ts';
import { newId } from '../packages/server/src/platform/identifier.ts';
import type { Jobs } from '../packages/server/src/platform/jobs/jobs.ts';
import { inside, median, sequence, throwAwayDatabase, type ThrowAway } from './throw-away-server.ts';

const lines = Number(process.env.BENCH_ROWS ?? 70_986);
const claimed = 30_000;
const rounds = 3;
const day = 86_400_000;

const text = (instant: number): string => new Date(instant).toISOString().slice(0, 16).replace('T', ' ');

/** A log like those that service desks export: several lines per incident, the last one counts. */
function makeLog(): string {
  const next = sequence(5);
  const incidents = Math.ceil(lines / 5.707);
  const filler = Array.from({ length: 30 }, (_, column) => `column_${column}`);
  const rows = [`number,reassignment_count,reopen_count,made_sla,opened_at,resolved_at,${filler.join(',')}`];
  for (let line = 0; line < lines; line += 1) {
    const incident = Math.floor((line / lines) * incidents);
    const opened = Date.parse('2016-03-01T00:00:00Z') + ((incident * 7919) % incidents) * ((90 * day) / incidents);
    const resolved = incident % 16 === 0 ? '' : text(opened + next() * 20 * day);
    const cells = [String(incident).padStart(7, '0'), line % 5, Number(incident % 80 === 0), incident % 3 > 0, text(opened), resolved];
    rows.push(`${cells.join(',')},${filler.map((_, column) => (line * (column + 3)) % 1000).join(',')}`);
  }
  return `${rows.join('\n')}\n`;
}

const mapping = {
  rows: 'events',
  time: { column: 'opened_at', grain: 'instant', dayOrder: 'day-first' },
  timeZone: 'UTC',
  key: ['number'],
  subject: {},
  measures: [
    { kind: 'duration', indicator: 'resolution', from: 'opened_at', to: 'resolved_at' },
    { kind: 'yes-no', indicator: 'kept', column: 'made_sla' },
    { kind: 'above', indicator: 'reopened', column: 'reopen_count', limit: 0 },
    { kind: 'number', indicator: 'moves', column: 'reassignment_count' },
    { kind: 'rows', indicator: 'incidents' },
  ],
};

async function newOrganisation(bench: ThrowAway): Promise<string> {
  const orgId = newId();
  await inside(bench.root, orgId, async (operation) => {
    await operation.db.insertInto('organisation').values({ org_id: orgId, name: 'Bench', time_zone: 'UTC' }).execute();
    await buildIndicator(operation, { code: 'resolution', unit: 'h', limits: null });
    for (const code of ['kept', 'reopened']) await buildIndicator(operation, { code, measure: 'share', unit: '%', limits: null });
    await buildIndicator(operation, { code: 'moves', measure: 'number', unit: '1', limits: null });
    await buildIndicator(operation, { code: 'incidents', measure: 'count', unit: '1', limits: null });
  });
  return orgId;
}

/** A file that is uploaded and an import of it that waits. */
async function queue(bench: ThrowAway, orgId: string, log: Buffer): Promise<string> {
  const [id, file_id, source_id] = [newId(), newId(), newId()];
  await inside(bench.root, orgId, async ({ db }) => {
    const sha256 = createHash('sha256').update(log).digest('hex');
    await db.insertInto('file').values({ org_id: orgId, id: file_id, name: 'log.csv', size: log.length, sha256 }).execute();
    for (let seq = 0; seq * 262_144 < log.length; seq += 1) {
      const data = log.subarray(seq * 262_144, (seq + 1) * 262_144);
      await db.insertInto('file_chunk').values({ org_id: orgId, file_id, seq, data }).execute();
    }
    await db.insertInto('source').values({ org_id: orgId, id: source_id, code: 'import' }).execute();
    const job = { org_id: orgId, id, file_id, source_id, dry_run: false, state: 'queued' };
    await db
      .insertInto('import_job')
      .values({ ...job, mapping: JSON.stringify(mapping), counts: JSON.stringify(nothing) })
      .execute();
  });
  return id;
}
const nothing = { rows: 0, records: 0, stored: 0, corrected: 0, unchanged: 0, quarantined: 0, blank: 0 };
const quiet: Jobs = { send: async () => undefined, work: async () => undefined, stop: async () => undefined };

const bench = await throwAwayDatabase();
try {
  const log = Buffer.from(makeLog());
  const cut: number[] = [];
  const imported: number[] = [];
  let rowsCut = 0;
  for (let round = 0; round < rounds; round += 1) {
    let began = performance.now();
    for (const block of csvRows([log.toString('utf8')], ',', log.length)) rowsCut += block.rows.length;
    cut.push(lines / ((performance.now() - began) / 1000));
    const orgId = await newOrganisation(bench);
    const id = await queue(bench, orgId, log);
    began = performance.now();
    await importWorker({ root: bench.root, jobs: quiet })({ orgId, id });
    imported.push(lines / ((performance.now() - began) / 1000));
    const { state } = await inside(bench.root, orgId, ({ db }) =>
      db.selectFrom('import_job').select('state').where('org_id', '=', orgId).executeTakeFirstOrThrow(),
    );
    if (state !== 'done') throw new Error(`the import ended as ${state}`);
  }
  if (rowsCut !== rounds * (lines + 1)) throw new Error('rows were lost');
  const speed = Math.round(median(imported));
  console.log(
    `import: ${speed} lines/s (rounds ${imported.map(Math.round).join(', ')}); only cut into cells: ${Math.round(median(cut))} lines/s`,
  );
  if (speed < claimed) {
    console.error(`claimed: ${claimed} lines/s`);
    process.exitCode = 1;
  }
} finally {
  await bench.close();
}
