/**
 * Claim: eight clients open at least 500 cases a second by API, and at least 30 % of what the same SQL statements alone do in the same run; every subscriber of events is at most a second
 * behind when they stop. Every case is numbered, assigned, promised a first response and a solution in Chinese office hours with two escalation steps, and logged. `BENCH_SECONDS` changes the time.
 */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { subscribersOf } from '../packages/server/src/modules.ts';
import { deliverEvents } from '../packages/server/src/platform/events/deliver-events.ts';
import type { Subscriber } from '../packages/server/src/platform/events/subscriber.ts';
import { newId } from '../packages/server/src/platform/identifier.ts';
import { judge, openDesk } from './case-desk.ts';
import { median, percentile } from './throw-away-server.ts';

const seconds = Number(process.env.BENCH_SECONDS ?? 60);
const clients = 8;

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

const desk = await openDesk();
const { bench, owner } = desk;

const bodies = ['打印机卡纸，三楼的打印机一直报错', 'VPN cannot connect from home since this morning', '邮箱容量已满，无法收信'].map(
  (description, at) => ({
    ...{
      type: 'incident',
      priority: `p${at + 1}`,
      channel: 'phone',
      serviceId: desk.serviceId,
      contactName: '王小明',
      contactPhone: '13812345678',
    },
    subject: description.slice(0, 12),
    description,
  }),
);

async function byApi(time: number): Promise<{ perSecond: number; took: number[] }> {
  const settings = JSON.stringify({ url: desk.url, cookie: desk.cookie, clients, seconds: time, bodies });
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

/** The subscribers of the server read along, and one that only counts. `stop` tells how long they still took when no more cases came. */
function startDelivering(): () => Promise<number> {
  let heardOf = 0;
  let over = false;
  const counting: Subscriber = { name: 'bench', types: ['case.opened'], handle: async (_, events) => void (heardOf += events.length) };
  const deliver = () => deliverEvents(bench.root, [...subscribersOf(), counting]);
  const turns = (async () => {
    while (!over) {
      await deliver();
      await sleep(250);
    }
  })();
  return async () => {
    const ended = performance.now();
    over = true;
    await turns;
    const { rows } = await owner.query<{ n: number }>("select count(*)::int as n from event where type = 'case.opened'");
    while (heardOf < Number(rows[0]?.n)) await deliver();
    return performance.now() - ended;
  };
}

async function measureOpening(): Promise<void> {
  const { url, cookie } = desk;
  await byApi(2);
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
  const stop = startDelivering();
  const api = await byApi(seconds);
  const behind = await stop();
  const { user, system } = process.cpuUsage(before);
  console.log(`${((user + system) / 1000 / api.took.length).toFixed(2)} ms of the server's processor time per case`);
  const sql = await bySql(statements, id, Math.min(seconds, 20));
  const share = api.perSecond / sql;
  judge(
    `${Math.round(api.perSecond)} cases/s by API, median ${median(api.took).toFixed(1)} ms, p95 ${percentile(api.took, 0.95).toFixed(1)} ms (500/s wanted)`,
    api.perSecond >= 500,
  );
  judge(
    `${subscribersOf().length + 1} subscribers had read everything ${Math.round(behind)} ms after the last answer (1,000 ms wanted)`,
    behind <= 1000,
  );
  judge(`${(share * 100).toFixed(0)} % of the statements alone, ${Math.round(sql)} cases/s (30 % wanted)`, share >= 0.3);
}

try {
  await measureOpening();
} finally {
  await desk.close();
}
