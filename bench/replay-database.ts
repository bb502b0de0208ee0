/**
 * Claim: the history of all cases is read from the database, replayed and compared with the stored clocks at 150,000 cases/s; only what differs is counted again and written. Beside it in the same run:
 * plain COPY of the same rows of the history out of the database. Made cases with four to six events each: 2,000 that differ, each told many times. `BENCH_CASES` changes their number.
 */
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { performance } from 'node:perf_hooks';
import { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { mondayToFriday } from '@zhiheng/sla-clock/calendar';
import { usualTarget } from '@zhiheng/sla-clock/policy';
import { rebuildClocks } from '../packages/server/src/modules/cases/index.ts';
import { newId } from '../packages/server/src/platform/identifier.ts';
import { inside, sequence, throwAwayDatabase } from './throw-away-server.ts';

const distinct = 2000;
const copies = Math.max(1, Math.round(Number(process.env.BENCH_CASES ?? 300_000) / distinct));
const cases = distinct * copies;
const limit = 150_000;
const bench = await throwAwayDatabase();
const owner = new Client({ ...bench.logins.owner });
await owner.connect();
const orgId = newId();
const named = (text: string): string => JSON.stringify({ zh: text, en: text });

const statuses = {
  ...{
    awaitingCustomer: ['awaiting-customer'],
    awaitingSupplier: ['awaiting-supplier'],
    solved: ['resolved'],
    closed: ['closed'],
    cancelled: ['cancelled'],
  },
};

async function promise(): Promise<void> {
  const [calendar, agreement] = [newId(), newId()];
  const { zone, week, makeUpHours, overrides } = mondayToFriday(
    'Asia/Shanghai',
    { from: '09:00', to: '12:00' },
    { from: '13:30', to: '18:00' },
  );
  const target = (kind: 'first-response' | 'resolution', hours: number) =>
    usualTarget(kind, { kind: 'working-time', seconds: hours * 3600 }, { statuses });
  const definition = {
    ...{
      calendarId: calendar,
      scope: {},
      adoption: 'new-cases',
      closed: ['closed', 'cancelled', 'merged'],
      actions: [],
      attainmentGoal: 95,
      credit: null,
      reviewOn: null,
    },
    targets: [target('first-response', 4), target('resolution', 24)],
  };
  await inside(bench.root, orgId, async ({ db }) => {
    await db.insertInto('organisation').values({ org_id: orgId, name: 'Bench', time_zone: 'Asia/Shanghai' }).execute();
    await db
      .insertInto('business_calendar')
      .values({ org_id: orgId, id: calendar, code: 'office', name: named('Office'), version: 1 })
      .execute();
    const hours = JSON.stringify({ zone, week, makeUpHours, overrides });
    await db
      .insertInto('business_calendar_version')
      .values({ org_id: orgId, calendar_id: calendar, version: 1, definition: hours })
      .execute();
    await db
      .insertInto('agreement')
      .values({ org_id: orgId, id: agreement, code: 'gold', name: named('Gold'), kind: 'sla', version: 1 })
      .execute();
    const version = { org_id: orgId, agreement_id: agreement, version: 1, calendar_id: calendar, effective_from: new Date('2020-01-01') };
    await db
      .insertInto('agreement_version')
      .values({ ...version, definition: JSON.stringify(definition) })
      .execute();
  });
}

/** Cases of a working life of hours to weeks; every third waited for the customer. */
async function tell(): Promise<void> {
  const draw = sequence(7);
  const events: object[] = [];
  for (let number = 0; number < distinct; number++) {
    let at = Date.UTC(2024, 0, 1) / 1000 + Math.floor(draw() * 600 * 86_400);
    const pace = 3600 * 300 ** draw();
    const fields = {
      type: 'incident',
      priority: `p${1 + (number % 4)}`,
      severity: null,
      channel: 'phone',
      service: null,
      category: null,
      customer: null,
      segment: null,
      contract: null,
    };
    const told: [string, string | null, object | null][] = [
      ['new', 'team:desk', { fields, message: { from: 'customer', visibleToCustomer: true } }],
      ['open', null, { message: { from: 'team', visibleToCustomer: true } }],
      ...(number % 3 === 0
        ? ([
            ['awaiting-customer', 'customer', null],
            ['open', 'team:desk', null],
          ] as [string, string, null][])
        : []),
      ['resolved', null, null],
      ['closed', null, null],
    ];
    for (const [seq, [status, party, detail]] of told.entries()) {
      events.push({ number, seq: seq + 1, at: new Date(at * 1000).toISOString(), status, party, detail });
      at += Math.floor(pace * draw());
    }
  }
  await owner.query(
    'create temporary table told as select * from jsonb_to_recordset($1::jsonb) as t (number int4, seq int4, at timestamptz, status text, party text, detail jsonb)',
    [JSON.stringify(events)],
  );
  await owner.query(
    `insert into service_case (org_id, id, number, type, subject, status, priority, channel, opened_at)
     select $1, gen_random_uuid(), 'B-' || n, 'incident', 'Case', 'closed', 'p3', 'phone', '2024-01-01' from generate_series(0, $2::int4 - 1) n`,
    [orgId, cases],
  );
  await owner.query(
    'create temporary table placed as select id, split_part(number, $1, 2)::int4 as n from service_case where org_id = $2',
    ['-', orgId],
  );
  await owner.query(
    `insert into clock_event (org_id, case_id, seq, at, status, party, detail)
     select $1, p.id, t.seq, t.at, t.status, t.party, nullif(t.detail, 'null') from placed p join told t on t.number = p.n % $2::int4 order by p.id, t.seq`,
    [orgId, distinct],
  );
}

/** The first telling of each case is counted by itself, and its clocks are copied to the others. */
async function count(): Promise<void> {
  await owner.query(
    `create temporary table kept as select * from clock_event where org_id = $1 and case_id in (select id from placed where n >= $2)`,
    [orgId, distinct],
  );
  await owner.query(`delete from clock_event where org_id = $1 and case_id in (select id from placed where n >= $2)`, [orgId, distinct]);
  await rebuildClocks(bench.root, orgId);
  await owner.query('insert into clock_event select * from kept order by case_id, seq');
  await owner.query(
    `insert into case_clock (org_id, case_id, agreement_id, target, cycle, version, state, reason, started_at, due_at, goal_seconds, used_seconds, counted_at, breached_at, ended_at, next_step_at)
     select k.org_id, p.id, k.agreement_id, k.target, k.cycle, k.version, k.state, k.reason, k.started_at, k.due_at, k.goal_seconds, k.used_seconds, k.counted_at, k.breached_at, k.ended_at, k.next_step_at
     from case_clock k join placed o on o.id = k.case_id join placed p on p.n % $2::int4 = o.n and p.n >= $2 where k.org_id = $1 order by p.id`,
    [orgId, distinct],
  );
  await owner.query('vacuum analyze clock_event, case_clock, service_case');
}

/** Bytes of the history as COPY writes them. */
async function copyOut(): Promise<number> {
  let bytes = 0;
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      done();
    },
  });
  await pipeline(
    owner.query(
      copyTo(
        `copy (select case_id, seq, at, status, party, detail from clock_event where org_id = '${orgId}' order by case_id, seq) to stdout`,
      ),
    ),
    sink,
  );
  return bytes;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return (performance.now() - from) / 1000;
}

await promise();
await tell();
await count();
const before = await owner.query<{ n: string }>('select count(*) as n, max(xmin::text::int8) as latest from case_clock where org_id = $1', [
  orgId,
]);
const [replays, copied]: [number[], number[]] = [[], []];
for (let run = 0; run < 3; run++) {
  copied.push(await timed(copyOut));
  replays.push(await timed(() => rebuildClocks(bench.root, orgId)));
}
const after = await owner.query<{ n: string }>('select count(*) as n, max(xmin::text::int8) as latest from case_clock where org_id = $1', [
  orgId,
]);
const written = JSON.stringify(before.rows) === JSON.stringify(after.rows) ? 'nothing written' : 'SOMETHING WRITTEN';
const [replay, plain] = [Math.min(...replays), Math.min(...copied)];
const rate = cases / replay;
console.log(`${cases} cases, ${after.rows[0]?.n} clocks; ${written}`);
console.log(
  `replay from the database: ${(rate / 1000).toFixed(0)} k cases/s (limit ${limit / 1000} k) ${rate >= limit ? 'holds' : 'FALLS SHORT'}; ${replays.map((s) => s.toFixed(2)).join(', ')} s`,
);
console.log(
  `plain COPY of the same history: ${(cases / plain / 1000).toFixed(0)} k cases/s; ${copied.map((s) => s.toFixed(2)).join(', ')} s; the replay takes ${(replay / plain).toFixed(1)} times as long`,
);
await owner.end();
await bench.close();
if (rate < limit || written !== 'nothing written') process.exitCode = 1;
