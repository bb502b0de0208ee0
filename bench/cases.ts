/**
 * Claim: eight clients open at least 500 cases a second by API, and at least 30 % of what the same SQL statements alone do in the same run; a page of a list of 100,000 cases comes within
 * 20 ms and of a million within 50 ms (95th percentile, warm), a search among 100,000 within 50 ms. Every case is numbered, assigned, promised a first response and a solution in Chinese office
 * hours with two escalation steps, and logged. `BENCH_SECONDS` and `BENCH_CASES` change time and numbers.
 */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { mondayToFriday } from '@zhiheng/sla-clock/calendar';
import { holidayYear, withHolidays } from '@zhiheng/sla-clock/holidays';
import { usualTarget } from '@zhiheng/sla-clock/policy';
import { buildApp } from '../packages/server/src/app.ts';
import { createAdministrator, seedRoles, sessionCookie } from '../packages/server/src/modules/identity/index.ts';
import { readConfig } from '../packages/server/src/platform/config.ts';
import { hashOf, newId, newSecret } from '../packages/server/src/platform/identifier.ts';
import { inside, median, percentile, throwAwayDatabase } from './throw-away-server.ts';

const seconds = Number(process.env.BENCH_SECONDS ?? 60);
const sizes = (process.env.BENCH_CASES ?? '100000,1000000').split(',').map(Number);
const clients = 8;
const named = (text: string): string => JSON.stringify({ zh: text, en: text });

interface Statement {
  readonly name?: string;
  readonly text: string;
  readonly values: unknown[];
}

/** What the server sends to the database while this is a list. */
let heard: Statement[] | null = null;
const query = Client.prototype.query as (...call: unknown[]) => unknown;
Client.prototype.query = function (this: Client, first: unknown, values: unknown, ...rest: unknown[]): unknown {
  if (typeof first === 'string') heard?.push({ text: first, values: Array.isArray(values) ? values : [] });
  else if (typeof first === 'object' && first !== null && 'text' in first)
    heard?.push({ text: (first as Statement).text, values: (first as Partial<Statement>).values ?? [] });
  return query.call(this, first, values, ...rest);
} as typeof Client.prototype.query;

const bench = await throwAwayDatabase();
const owner = new Client({ ...bench.logins.owner });
await owner.connect();
const orgId = newId();
const serviceId = newId();

const statuses = {
  awaitingCustomer: ['awaiting-customer'],
  awaitingSupplier: ['awaiting-supplier'],
  solved: ['resolved'],
  closed: ['closed'],
  cancelled: ['cancelled'],
};
const steps = [
  { id: 'warn', name: { zh: '八成', en: '80 percent' }, at: { kind: 'percent', percent: 80 } },
  { id: 'late', name: { zh: '超时', en: 'late' }, at: { kind: 'percent', percent: 100 } },
] as const;

/** An organisation with a team, a service and a published agreement. Returns the cookie of its administrator. */
async function prepare(): Promise<string> {
  return inside(bench.root, orgId, async (operation) => {
    const { db } = operation;
    await db.insertInto('organisation').values({ org_id: orgId, name: 'Bench', time_zone: 'Asia/Shanghai' }).execute();
    await seedRoles(operation);
    const account = await createAdministrator(operation, {
      email: 'bench@example.org',
      name: 'Bench',
      password: 'a long enough password',
      locale: 'en',
    });
    const [token, team, calendar, agreement] = [newSecret(), newId(), newId(), newId()];
    const session = {
      org_id: orgId,
      id: newId(),
      account_id: account,
      token_hash: hashOf(token),
      expires_at: new Date(Date.now() + 3_600_000),
    };
    await db.insertInto('session').values(session).execute();
    await db
      .insertInto('team')
      .values({ org_id: orgId, id: team, code: 'desk', name: named('Desk') })
      .execute();
    await db
      .insertInto('service')
      .values({ org_id: orgId, id: serviceId, code: 'mail', name: named('Mail'), type: 'it', description: named('x'), team_id: team })
      .execute();
    const hours = [
      { from: '09:00', to: '12:00' },
      { from: '13:00', to: '18:00' },
    ];
    const { zone, week, makeUpHours, overrides } = withHolidays(
      mondayToFriday('Asia/Shanghai', ...hours),
      [2026].map((year) => holidayYear('CN', year)).filter((year) => 'holidays' in year),
    );
    await db
      .insertInto('business_calendar')
      .values({ org_id: orgId, id: calendar, code: 'office', name: named('Office'), version: 1 })
      .execute();
    await db
      .insertInto('business_calendar_version')
      .values({ org_id: orgId, calendar_id: calendar, version: 1, definition: JSON.stringify({ zone, week, makeUpHours, overrides }) })
      .execute();
    const target = (kind: 'first-response' | 'resolution', time: number) =>
      usualTarget(kind, { kind: 'working-time', seconds: time }, { statuses, steps });
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
      targets: [target('first-response', 4 * 3600), target('resolution', 24 * 3600)],
    };
    await db
      .insertInto('agreement')
      .values({ org_id: orgId, id: agreement, code: 'gold', name: named('Gold'), kind: 'sla', version: 1 })
      .execute();
    const version = { org_id: orgId, agreement_id: agreement, version: 1, calendar_id: calendar, effective_from: new Date(0) };
    await db
      .insertInto('agreement_version')
      .values({ ...version, definition: JSON.stringify(definition) })
      .execute();
    return `${sessionCookie}=${token}`;
  });
}

const bodies = ['打印机卡纸，三楼的打印机一直报错', 'VPN cannot connect from home since this morning', '邮箱容量已满，无法收信'].map(
  (description, at) => ({
    ...{ type: 'incident', priority: `p${at + 1}`, channel: 'phone', serviceId, contactName: '王小明', contactPhone: '13812345678' },
    subject: description.slice(0, 12),
    description,
  }),
);

async function byApi(url: string, cookie: string, time: number): Promise<{ perSecond: number; took: number[] }> {
  const settings = JSON.stringify({ url, cookie, clients, seconds: time, bodies });
  const { stdout } = await promisify(execFile)(process.execPath, [join(import.meta.dirname, 'case-clients.mjs'), settings], {
    maxBuffer: 1 << 28,
  });
  const { took, elapsed } = JSON.parse(stdout) as { took: number[]; elapsed: number };
  return { perSecond: took.length / (elapsed / 1000), took };
}

/** The statements of one opening, again and again with new keys: the same work for the database, no code of ours. */
async function bySql(statements: readonly Statement[], caseId: string, time: number): Promise<number> {
  const { rows: events } = await owner.query<{ id: string }>('select id from event where entity_id = $1', [caseId]);
  const eventId = String(events[0]?.id);
  const number = String(statements.find(({ text }) => text.includes('open-case'))?.values[2]);
  let done = 0;
  const until = performance.now() + time * 1000;
  const began = performance.now();
  const work = async (): Promise<void> => {
    const client = new Client({ ...bench.logins.app });
    await client.connect();
    while (performance.now() < until) {
      const fresh: Readonly<Record<string, string>> = { [caseId]: newId(), [eventId]: newId(), [number]: `S-${++done}` };
      const renew = (value: unknown): unknown =>
        typeof value === 'string' ? Object.entries(fresh).reduce((text, [old, now]) => text.replaceAll(old, now), value) : value;
      for (const [at, { text, values }] of statements.entries())
        await client.query({ ...(values.length > 0 && { name: `s${at}` }), text, values: values.map(renew) });
    }
    await client.end();
  };
  await Promise.all(Array.from({ length: clients }, work));
  return done / ((performance.now() - began) / 1000);
}

/** So many open cases more, as an import would leave them. */
async function fill(count: number): Promise<void> {
  await owner.query(
    `insert into service_case (org_id, id, number, type, subject, status, priority, channel, service_id, opened_at, updated_at, due_at, due_target, due_state, words)
     select $1, gen_random_uuid(), 'F-' || n, (array['incident', 'request', 'question'])[1 + n % 3], 'Case ' || n, case when n % 5 = 0 then 'closed' else 'open' end, 'p' || 1 + n % 4,
       'import', $3, now() - n * interval '10 seconds', now() - n * interval '10 seconds', case when n % 7 > 0 then now() + (n % 100000 - 5000) * interval '1 minute' end,
       'resolution', 'running', array_to_tsvector(array['case', n::text] || case when n % 100 = 0 then array['打印', '印机'] else '{}' end)
     from generate_series(1, $2::int) n`,
    [orgId, count, serviceId],
  );
  await owner.query('vacuum analyze service_case');
}

async function timed(work: () => Promise<unknown>, times: number): Promise<number[]> {
  const took: number[] = [];
  for (let at = 0; at < times; at++) {
    const began = performance.now();
    await work();
    took.push(performance.now() - began);
  }
  return took;
}

const results: boolean[] = [];
function judge(claim: string, ok: boolean): void {
  console.log(`${ok ? 'held  ' : 'BROKEN'} ${claim}`);
  results.push(ok);
}

async function measureOpening(url: string, cookie: string): Promise<void> {
  await byApi(url, cookie, 2);
  heard = [];
  const answer = await fetch(`${url}/api/v1/cases`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify(bodies[0]),
  });
  const { id } = (await answer.json()) as { id: string };
  const statements = heard;
  heard = null;
  console.log(`one opening: ${statements.length} statements`);
  const before = process.cpuUsage();
  const api = await byApi(url, cookie, seconds);
  const { user, system } = process.cpuUsage(before);
  console.log(`${((user + system) / 1000 / api.took.length).toFixed(2)} ms of the server's processor time per case`);
  const sql = await bySql(statements, id, Math.min(seconds, 20));
  const share = api.perSecond / sql;
  judge(
    `${Math.round(api.perSecond)} cases/s by API, median ${median(api.took).toFixed(1)} ms, p95 ${percentile(api.took, 0.95).toFixed(1)} ms (500/s wanted)`,
    api.perSecond >= 500,
  );
  judge(`${(share * 100).toFixed(0)} % of the statements alone, ${Math.round(sql)} cases/s (30 % wanted)`, share >= 0.3);
}

async function measureLists(get: (filter: object, order: string) => Promise<unknown>, size: number): Promise<void> {
  const limit = size <= 100_000 ? 20 : 50;
  const lists: readonly (readonly [string, object, string, number])[] = [
    ['open, by due time', { open: true }, 'due', limit],
    ['overdue p1', { due: 'overdue', priority: ['p1'] }, 'due', limit],
    ['nobody has it, newest', { open: true, assigneeId: ['nobody'] }, 'newest', limit],
    ['found: 打印', { q: '打印' }, 'newest', 50],
  ];
  for (const [name, filter, order, most] of lists) {
    await timed(() => get(filter, order), 10);
    const took = await timed(() => get(filter, order), 60);
    judge(`${size} cases, ${name}: p95 ${percentile(took, 0.95).toFixed(1)} ms (${most} ms wanted)`, percentile(took, 0.95) <= most);
  }
}

try {
  const cookie = await prepare();
  const app = await buildApp({
    config: readConfig({ ZHIHENG_LOG: 'error' }, process.cwd()),
    root: bench.root,
    jobs: { send: async () => undefined, work: async () => undefined, stop: async () => undefined },
    notices: { listen: async () => undefined, stop: async () => undefined },
    installation: { operatorKey: newSecret(), setupToken: null },
  });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  const get = async (filter: object, order: string): Promise<unknown> => {
    const answer = await fetch(`${url}/api/v1/cases?order=${order}&filter=${encodeURIComponent(JSON.stringify(filter))}`, {
      headers: { cookie },
    });
    if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  if (seconds > 0) await measureOpening(url, cookie);
  for (const size of sizes) {
    await owner.query('truncate service_case cascade');
    await fill(size);
    await measureLists(get, size);
  }
  await app.close();
  if (results.includes(false)) process.exitCode = 1;
} finally {
  await owner.end();
  await bench.close();
}
