import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mondayToFriday, type DateOverride } from '@zhiheng/sla-clock/calendar';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { newOrganisation, type TestOrganisation } from '../../../testing/sign-in.ts';
import { useTestServer } from '../../../testing/test-server.ts';
import { publishAgreement } from '../cases.factory.ts';
import { importExport } from './case-imports.factory.ts';

/** Real files, kept beside the repository because they are not ours to pass on. */
const folder = join(import.meta.dirname, '../../../../../../../shared/reference/datasets');
const present = existsSync(folder);
if (!present && process.env.CI !== undefined) throw new Error(`the reference files are missing: ${folder}`);
if (!present) process.stdout.write('Left out: attainment of the reference logs, which are not beside the repository.\n');
const read = (name: string): Buffer => readFileSync(join(folder, `${name}.csv`));

/** Public holidays and make-up working days as the State Council announced them: 国办发明电〔2015〕18号 and 国办发明电〔2011〕45号. */
const off = [
  ...[
    '2012-01-01',
    '2012-01-02',
    '2012-01-03',
    ...days('2012-01-22', 7),
    ...days('2012-04-02', 3),
    ...days('2012-04-29', 3),
    ...days('2012-06-22', 3),
  ],
  ...[
    ...days('2012-09-30', 8),
    '2016-01-01',
    ...days('2016-02-07', 7),
    '2016-04-04',
    '2016-05-02',
    ...days('2016-06-09', 3),
    ...days('2016-09-15', 3),
  ],
  ...days('2016-10-01', 7),
];
const makeUp = [
  ...['2011-12-31', '2012-01-21', '2012-01-29', '2012-03-31', '2012-04-01', '2012-04-28', '2012-09-29'],
  ...['2016-02-06', '2016-02-14', '2016-06-12', '2016-09-18', '2016-10-08', '2016-10-09'],
];

function days(first: string, count: number): string[] {
  return Array.from({ length: count }, (_, at) => new Date(Date.parse(first) + at * 86_400_000).toISOString().slice(0, 10));
}

const spans = [
  { from: '09:00', to: '12:00' },
  { from: '13:30', to: '18:00' },
] as const;
const goalHours = 24;

// The walk: nothing below knows the clock, or how cases are stored.

const first = Date.UTC(2010, 0, 1) / 60_000;
const working = (() => {
  const minutes = new Uint8Array((Date.UTC(2018, 0, 1) - Date.UTC(2010, 0, 1)) / 60_000);
  const [holidays, workdays] = [new Set(off), new Set(makeUp)];
  for (let at = 0; at < minutes.length; at++) {
    const local = new Date((first + at) * 60_000 + 8 * 3_600_000);
    const day = local.toISOString().slice(0, 10);
    const rests = holidays.has(day) || (!workdays.has(day) && [0, 6].includes(local.getUTCDay()));
    const minute = local.getUTCHours() * 60 + local.getUTCMinutes();
    const open = (minute >= 9 * 60 && minute < 12 * 60) || (minute >= 13 * 60 + 30 && minute < 18 * 60);
    minutes[at] = !rests && open ? 1 : 0;
  }
  return minutes;
})();

/** Walks from one instant to another, a minute at a time, until so many seconds of office hours are used up: what is left of them, and when they ended. */
function walk(from: number, to: number, seconds: number): { left: number; endedAt: number | null } {
  let left = seconds;
  for (let minute = Math.floor(from / 60); minute * 60 < to; minute++) {
    if (working[minute - first] !== 1) continue;
    const begin = Math.max(from, minute * 60);
    const inHand = Math.min(to, minute * 60 + 60) - begin;
    if (inHand >= left) return { left: 0, endedAt: begin + left };
    left -= inHand;
  }
  return { left, endedAt: null };
}

interface Turn {
  readonly at: number;
  readonly word: string;
}

type Verdict = 'met' | 'missed' | 'open';

/** Whether a case was solved within the hours that it was in hand. Who ends with the last second is in time; at closing time the hours are over. */
function judge(turns: readonly Turn[], waiting: readonly string[], over: readonly string[]): Verdict {
  let left = goalHours * 3600;
  let [since, word] = [turns[0]!.at, turns[0]!.word];
  let late = false;
  for (const turn of turns.slice(1)) {
    if (!late && !waiting.includes(word) && !over.includes(word)) {
      const walked = left === 0 ? { left, endedAt: since } : walk(since, turn.at, left);
      left = walked.left;
      late = walked.endedAt !== null && walked.endedAt < turn.at;
    }
    since = turn.at;
    word = turn.word;
  }
  if (!over.includes(word)) return 'open';
  return late ? 'missed' : 'met';
}

const cellsOf = (bytes: Buffer): string[][] =>
  bytes
    .toString('utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(','));

function turnsByCase(rows: readonly string[][], read: (row: string[]) => Turn & { key: string; openedAt: number }): Map<string, Turn[]> {
  const cases = new Map<string, Turn[]>();
  for (const row of rows) {
    const { key, openedAt, at, word } = read(row);
    if (!cases.has(key)) cases.set(key, [{ at: openedAt, word: 'opened' }]);
    cases.get(key)!.push({ at: Math.max(at, openedAt), word });
  }
  return cases;
}

const utc = (text: string): number => Date.parse(`${text.replace(' ', 'T')}:00Z`) / 1000;

describe.skipIf(!present)('attainment of imported history', () => {
  const server = useTestServer();

  /** A promise of 24 office hours that counts from now on, in an organisation of its own. */
  async function houseWithPromise(): Promise<TestOrganisation> {
    const org = await newOrganisation(server, { timeZone: 'UTC' });
    await publishAgreement(org, { seconds: goalHours * 3600, effectiveFrom: new Date(Date.now() - 86_400_000) });
    const overrides: DateOverride[] = [
      ...off.map((date) => ({ date, kind: 'public-holiday' as const, name: { zh: '节假日', en: 'holiday' } })),
      ...makeUp.map((date) => ({ date, kind: 'make-up-day' as const, name: { zh: '补班', en: 'make-up day' } })),
    ];
    const { zone, week, makeUpHours } = mondayToFriday('Asia/Shanghai', ...spans);
    const definition = JSON.stringify({ zone, week, makeUpHours, overrides });
    await sql`update business_calendar_version set definition = ${definition} where org_id = ${org.orgId}`.execute(server.owner);
    return org;
  }

  const stored = (org: TestOrganisation): Promise<Map<string, Verdict>> =>
    org.inside(async ({ db, orgId }) => {
      const { rows } = await sql<{ key: string; state: string }>`
        select c.record_key as key, k.state from service_case c join case_clock k on k.org_id = c.org_id and k.case_id = c.id where c.org_id = ${orgId}`.execute(
        db,
      );
      return new Map(rows.map(({ key, state }) => [key, state === 'met' || state === 'missed' ? state : 'open']));
    });

  function compare(
    found: Map<string, Verdict>,
    cases: Map<string, Turn[]>,
    words: { waiting: string[]; over: string[] },
  ): Record<Verdict, number> {
    const counts = { met: 0, missed: 0, open: 0 };
    const wrong: string[] = [];
    for (const [key, turns] of cases) {
      const verdict = judge(turns, words.waiting, words.over);
      counts[verdict] += 1;
      if (found.get(key) !== verdict) wrong.push(`${key}: ${found.get(key)} instead of ${verdict}`);
    }
    expect(wrong.slice(0, 10)).toEqual([]);
    expect(found.size).toBe(cases.size);
    return counts;
  }

  it('of a log of changes is that of a walk through every minute', async () => {
    const org = await houseWithPromise();
    const bytes = read('itsm_incident_events_open');
    const job = await importExport(org, bytes, { agreements: 'now' });
    expect(job).toMatchObject({ state: 'done', counts: { refused: 0 } });
    const cases = turnsByCase(cellsOf(bytes), (row) => ({ key: row[0]!, openedAt: utc(row[9]!), at: utc(row[13]!), word: row[1]! }));
    const words = { waiting: ['Awaiting User Info', 'Awaiting Vendor'], over: ['Resolved', 'Closed'] };
    const { met, missed } = compare(await stored(org), cases, words);
    expect(met).toBeGreaterThan(1000);
    expect(missed).toBeGreaterThan(1000);
    // Nobody is told of what was late long ago.
    const events = await org.inside(({ db, orgId }) =>
      sql`select from event where org_id = ${orgId} and type in ('case.clock-breached', 'case.escalated')`.execute(db),
    );
    expect(events.rows).toEqual([]);
  }, 300_000);

  it('of an event log with seconds as well', async () => {
    const org = await houseWithPromise();
    const bytes = read('bpi2013_volvo_incidents_open');
    const job = await importExport(org, bytes, { agreements: 'now' });
    expect(job).toMatchObject({ state: 'done', counts: { refused: 0 } });
    const rows = cellsOf(bytes);
    const openings = new Map<string, number>();
    for (const row of rows) if (!openings.has(row[11]!)) openings.set(row[11]!, Date.parse(row[10]!) / 1000);
    const cases = turnsByCase(rows, (row) => ({
      key: row[11]!,
      openedAt: openings.get(row[11]!)!,
      at: Date.parse(row[10]!) / 1000,
      word: row[9]!,
    }));
    const words = { waiting: ['Wait - User', 'Wait - Customer', 'Wait - Vendor'], over: ['Resolved', 'Closed', 'In Call'] };
    const { met, missed } = compare(await stored(org), cases, words);
    expect(met).toBeGreaterThan(500);
    expect(missed).toBeGreaterThan(300);
  }, 300_000);
});
