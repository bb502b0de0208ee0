/**
 * Claim: rows are stored with hour, day and month rollups at no less than half the speed of COPY of the same rows into the same
 * table with the same indexes, both with fsync, in the same run.
 */
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { storeRows, type IncomingRow } from '../packages/server/src/modules/measurement/index.ts';
import { newId } from '../packages/server/src/platform/identifier.ts';
import { buildSeries, inside, median, sequence, throwAwayDatabase, type Series } from './throw-away-server.ts';

const total = Number(process.env.BENCH_ROWS ?? 500_000);
const batch = Number(process.env.BENCH_BATCH ?? 20_000);
const rounds = 3;

/** 800 series that each say something every five minutes. */
function makeRows(series: Series): IncomingRow[] {
  const next = sequence(11);
  const pairs = series.indicators.flatMap((indicator) => series.subjects.map((subject) => ({ indicator, subject })));
  const start = Date.parse('2026-09-01T00:00:00Z');
  return Array.from({ length: total }, (_, i) => {
    const { indicator, subject } = pairs[i % pairs.length]!;
    const at = new Date(start + Math.floor(i / pairs.length) * 300_000 + Math.floor(next() * 300_000));
    const value = Math.round(Math.exp(2 + 1.2 * (next() + next() - 1)) * 60) / 60;
    return {
      line: i + 2,
      key: `bench:${String(i).padStart(9, '0')}`,
      indicator: indicator.code,
      at,
      value,
      n: 1,
      service: subject.service,
      site: subject.site,
      raw: {},
    };
  });
}

async function throughCopy(client: Client, series: Series, rows: readonly IncomingRow[]): Promise<number> {
  const indicators = new Map(series.indicators.map((i) => [i.code, i.id]));
  const subjects = new Map(series.subjects.map((s) => [`${s.service}/${s.site}`, s.id]));
  const [source, batchId] = [newId(), newId()];
  const lines = rows.map((r) => {
    const subject = subjects.get(`${r.service}/${r.site}`);
    return `${series.orgId}\t${source}\t${r.key}\t${indicators.get(r.indicator)}\t${r.at.toISOString()}\t${subject}\t${Math.round(r.value * 60)}\t1\t${batchId}\t${r.line}\n`;
  });
  const chunks = Array.from({ length: Math.ceil(lines.length / 2000) }, (_, i) => lines.slice(i * 2000, i * 2000 + 2000).join(''));
  const began = performance.now();
  await pipeline(Readable.from(chunks), client.query(copyFrom('copy observation from stdin')));
  return rows.length / ((performance.now() - began) / 1000);
}

async function throughStore(
  bench: Awaited<ReturnType<typeof throwAwayDatabase>>,
  series: Series,
  rows: readonly IncomingRow[],
): Promise<number> {
  const began = performance.now();
  for (let at = 0; at < rows.length; at += batch) {
    await inside(bench.root, series.orgId, (operation) => storeRows(operation, { source: 'bench', rows: rows.slice(at, at + batch) }));
  }
  return rows.length / ((performance.now() - began) / 1000);
}

const bench = await throwAwayDatabase();
try {
  const series = await buildSeries(bench.root, { indicators: 20, services: 8, sites: 5 });
  const rows = makeRows(series);
  const owner = new Client({ ...bench.logins.owner });
  await owner.connect();
  const empty = () =>
    owner
      .query('truncate observation, rollup, rollup_delta, ingest_batch; checkpoint')
      .catch(() => owner.query('truncate observation, rollup, rollup_delta, ingest_batch'));
  await owner.query("select ensure_observation_months(array['2026-08-01','2026-09-01','2026-10-01']::date[])");
  const copied: number[] = [];
  const stored: number[] = [];
  for (let round = 0; round < rounds; round++) {
    await empty();
    copied.push(await throughCopy(owner, series, rows));
    await empty();
    stored.push(await throughStore(bench, series, rows));
  }
  await owner.end();
  const ratio = median(stored) / median(copied);
  console.log(
    `COPY: ${copied.map(Math.round).join(', ')} rows/s; with rollups: ${stored.map(Math.round).join(', ')} rows/s (batches of ${batch})`,
  );
  console.log(`ratio of medians ${ratio.toFixed(2)} (limit 0.50) ${ratio >= 0.5 ? 'holds' : 'FALLS SHORT'}`);
  if (ratio < 0.5) process.exitCode = 1;
} finally {
  await bench.close();
}
