/**
 * Claim: the board of a month and of a quarter over 800 series and 20 million observations answers over HTTP within 50 ms (95th
 * percentile, warm), daily percentiles over 90 days within 300 ms; beside them the same numbers by raw SQL over the observations.
 */
import { Client } from 'pg';
import { buildApp } from '../packages/server/src/app.ts';
import { createAdministrator, seedRoles, sessionCookie } from '../packages/server/src/modules/identity/index.ts';
import { rebuildRollups } from '../packages/server/src/modules/measurement/index.ts';
import { createSealer } from '../packages/server/src/platform/sealed/sealer.ts';
import { readConfig } from '../packages/server/src/platform/config.ts';
import { hashOf, newId, newSecret } from '../packages/server/src/platform/identifier.ts';
import { buildSeries, inside, median, percentile, throwAwayDatabase, type Series } from './throw-away-server.ts';

const total = Number(process.env.BENCH_ROWS ?? 20_000_000);
const days = 92;
const calls = 60;

const bench = await throwAwayDatabase();
const owner = new Client({ ...bench.logins.owner });

/** July to September 2026, every series equally often, log-normal minutes. */
async function fill(series: Series): Promise<void> {
  await owner.query("select ensure_observation_months(array['2026-06-01','2026-07-01','2026-08-01','2026-09-01','2026-10-01']::date[])");
  const each = Math.ceil(total / (series.indicators.length * series.subjects.length));
  const batch = newId();
  await owner.query('insert into source (org_id, id, code) values ($1, $2, $3)', [series.orgId, batch, 'bench']);
  await owner.query(
    'insert into ingest_batch (org_id, id, source_id, received, stored, corrected, unchanged, quarantined) values ($1, $2, $2, 0, 0, 0, 0, 0)',
    [series.orgId, batch],
  );
  for (const indicator of series.indicators) {
    await owner.query(
      `insert into observation (org_id, source_id, record_key, indicator_id, at, subject_id, value, n, batch_id)
       select $1, $2, s.ordinality || ':' || g, $3, timestamptz '2026-06-30 16:00+00' + (g + random()) * interval '${days} days' / $5::int, s.id,
         (exp(6.5 + 0.8 * random_normal()))::int8, 1, $2
       from generate_series(0, $5::int - 1) g, unnest($4::uuid[]) with ordinality as s (id, ordinality)`,
      [series.orgId, batch, indicator.id, series.subjects.map((s) => s.id), each],
    );
  }
  await owner.query('analyze');
}

async function signedIn(series: Series): Promise<string> {
  return inside(bench.root, series.orgId, async (operation) => {
    await seedRoles(operation);
    const account = await createAdministrator(operation, {
      email: 'bench@example.org',
      name: 'Bench',
      password: 'a long enough password',
      locale: 'en',
    });
    const token = newSecret();
    const session = {
      org_id: series.orgId,
      id: newId(),
      account_id: account,
      token_hash: hashOf(token),
      expires_at: new Date(Date.now() + 3_600_000),
    };
    await operation.db.insertInto('session').values(session).execute();
    return `${sessionCookie}=${token}`;
  });
}

async function timed(work: () => Promise<unknown>, times: number): Promise<number[]> {
  const found: number[] = [];
  for (let i = 0; i < times; i++) {
    const began = performance.now();
    await work();
    found.push(performance.now() - began);
  }
  return found;
}

function report(name: string, times: readonly number[], limit: number, peer: number): boolean {
  const p95 = percentile(times, 0.95);
  const holds = p95 <= limit;
  const ratio = (peer / p95).toFixed(0);
  console.log(
    `${name}: median ${median(times).toFixed(1)} ms, p95 ${p95.toFixed(1)} ms (limit ${limit}) ${holds ? 'holds' : 'FALLS SHORT'}; raw SQL ${peer.toFixed(0)} ms, ${ratio} times as long`,
  );
  return holds;
}

try {
  await owner.connect();
  const series = await buildSeries(bench.root, { indicators: 20, services: 8, sites: 5 });
  let began = performance.now();
  await fill(series);
  console.log(
    `${total} observations of ${series.indicators.length * series.subjects.length} series in ${Math.round((performance.now() - began) / 1000)} s`,
  );
  began = performance.now();
  await rebuildRollups(bench.root, series.orgId);
  await owner.query('vacuum analyze rollup');
  console.log(`rollups rebuilt in ${Math.round((performance.now() - began) / 1000)} s`);
  const jobs = { send: async () => undefined, work: async () => undefined, stop: async () => undefined };
  const config = readConfig({ ZHIHENG_LOG: 'error' }, process.cwd());
  const app = await buildApp({
    config,
    root: bench.root,
    jobs,
    notices: { listen: async () => undefined, stop: async () => undefined },
    installation: { operatorKey: newSecret(), setupToken: null },
    sealer: createSealer([newSecret()]),
    biLogins: { grant: async () => undefined, revoke: async () => undefined },
  });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  const headers = { cookie: await signedIn(series) };
  const get = async (path: string) => {
    const answer = await fetch(`${url}${path}`, { headers });
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  const raw = async (bucket: string, from: string, to: string, one: boolean) =>
    median(
      await timed(
        () =>
          owner.query(
            `select indicator_id, subject_id, date_trunc('${bucket}', at, 'Asia/Shanghai'), count(*), avg(value), min(value), max(value),
               percentile_disc(array[0.5, 0.9, 0.95, 0.99]) within group (order by value)
             from observation where org_id = $1 and at >= $2 and at < $3 ${one ? 'and indicator_id = $4' : ''} group by 1, 2, 3`,
            [series.orgId, from, to, ...(one ? [series.indicators[0]!.id] : [])],
          ),
        1,
      ),
    );
  const paths = {
    month: '/api/v1/board?period=2026-09',
    quarter: '/api/v1/board?period=2026-Q3',
    daily: `/api/v1/indicator-reports/${series.indicators[0]!.code}/daily-percentiles?from=2026-07-03&to=2026-09-30`,
  };
  for (const path of Object.values(paths)) await timed(() => get(path), 10);
  const month = await timed(() => get(paths.month), calls);
  const quarter = await timed(() => get(paths.quarter), calls);
  const daily = await timed(() => get(paths.daily), calls);
  const results = [
    report('month board', month, 50, await raw('month', '2026-08-31 16:00+00', '2026-09-30 16:00+00', false)),
    report('quarter board', quarter, 50, await raw('month', '2026-06-30 16:00+00', '2026-09-30 16:00+00', false)),
    report('daily percentiles over 90 days', daily, 300, await raw('day', '2026-07-02 16:00+00', '2026-09-30 16:00+00', true)),
  ];
  await app.close();
  if (results.includes(false)) process.exitCode = 1;
} finally {
  await owner.end();
  await bench.close();
}
