/**
 * Claim: 1 M cases with 3.7 M saves in memory are replayed at 1 M cases/s without ledgers and at 300 k cases/s with full ledgers, on one thread. The agreement has two promises, first response in
 * 4 h and resolution in 24 h of a Chinese office calendar with holidays and make-up days, with pauses, reopening and an escalation step; all clocks are judged. The saves are made, not real: cases of
 * half an hour to a month, spread over two years, every fourth paused, every twelfth reopened. `BENCH_CASES` changes the number of cases.
 */
import { performance } from 'node:perf_hooks';
import { compileCalendar, mondayToFriday } from '@zhiheng/sla-clock/calendar';
import type { Party } from '@zhiheng/sla-clock/clock';
import { holidayYear, withHolidays } from '@zhiheng/sla-clock/holidays';
import { usualTarget, type Policy } from '@zhiheng/sla-clock/policy';
import { happening, planReplay, replayCases, replayLedgers, type ReplayRows } from '@zhiheng/sla-clock/replay';

const cases = Number(process.env.BENCH_CASES ?? 1_000_000);
const statuses = ['new', 'open', 'pending', 'on-hold', 'solved', 'closed', 'cancelled'];
const parties: readonly Party[] = [
  { kind: 'team', id: 'first-line' },
  { kind: 'team', id: 'second-line' },
  { kind: 'customer' },
  { kind: 'supplier', id: 'carrier' },
];
const code = { new: 0, open: 1, pending: 2, solved: 4, firstLine: 0, secondLine: 1, customer: 2 } as const;
const start = Date.UTC(2024, 0, 1) / 1000;
const twoYears = 2 * 365 * 86_400;

let state = 20_261_121;
/** Park and Miller's minimal standard, so that every run replays the same cases. */
function draw(): number {
  state = (state * 48_271) % 2_147_483_647;
  return state / 2_147_483_647;
}

/** Saves as columns. A case lives half an hour to a month, the shorter the more often. */
function makeRows(): ReplayRows & { readonly happened: Uint8Array } {
  const room = cases * 5;
  const columns = {
    caseOf: new Int32Array(room),
    at: new Float64Array(room),
    status: new Uint8Array(room),
    party: new Uint8Array(room),
    happened: new Uint8Array(room),
  };
  let row = 0;
  const save = (number: number, at: number, [status, party, happened]: readonly [number, number, number]) => {
    columns.caseOf[row] = number;
    columns.at[row] = at;
    columns.status[row] = status;
    columns.party[row] = party;
    columns.happened[row] = happened;
    row += 1;
  };
  for (let number = 0; number < cases; number++) {
    let at = start + Math.floor(draw() * twoYears);
    const pace = 1800 * 1440 ** draw();
    const next = () => (at += Math.floor((pace * draw()) / 2));
    save(number, at, [code.new, code.firstLine, happening.customerMessage]);
    save(number, next(), [code.open, draw() < 0.5 ? code.firstLine : code.secondLine, happening.teamReply]);
    if (draw() < 0.27) {
      save(number, next(), [code.pending, code.customer, 0]);
      save(number, next(), [code.open, code.secondLine, 0]);
    }
    save(number, next(), [code.solved, code.secondLine, 0]);
    if (draw() < 0.08) {
      save(number, next(), [code.open, code.firstLine, happening.customerMessage]);
      save(number, next(), [code.solved, code.firstLine, 0]);
    }
  }
  return {
    caseOf: columns.caseOf.subarray(0, row),
    at: columns.at.subarray(0, row),
    status: columns.status.subarray(0, row),
    party: columns.party.subarray(0, row),
    happened: columns.happened.subarray(0, row),
  };
}

function publishedYear(year: number) {
  const found = holidayYear('CN', year);
  if ('kind' in found) throw new Error(`the holidays of ${year} are not published`);
  return found;
}

const office = withHolidays(
  mondayToFriday('Asia/Shanghai', { from: '09:00', to: '12:00' }, { from: '13:30', to: '18:00' }),
  [2024, 2025, 2026].map(publishedYear),
);
const calendar = compileCalendar(office, { from: '2024-01-01', to: '2027-01-01' });
const meaning = {
  awaitingCustomer: ['pending'],
  awaitingSupplier: ['on-hold'],
  solved: ['solved'],
  closed: ['closed'],
  cancelled: ['cancelled'],
};
const steps = [{ id: 'warning', name: { zh: '预警', en: 'warning' }, at: { kind: 'percent', percent: 75 } }] as const;
const hours = (count: number) => ({ kind: 'working-time', seconds: count * 3600 }) as const;
const policy: Policy = {
  id: 'standard',
  version: 1,
  name: { zh: '标准协议', en: 'Standard agreement' },
  agreement: { kind: 'sla' },
  effectiveFrom: start,
  adoption: 'new-cases',
  scope: {},
  calendar: office.id,
  closed: ['closed', 'cancelled'],
  targets: [
    usualTarget('first-response', hours(4), { statuses: meaning }),
    usualTarget('resolution', hours(24), { statuses: meaning, steps }),
  ],
};

const rows = makeRows();
const plans = [planReplay({ policy, calendar, statuses, parties, fields: {} })];
const now = start + twoYears + 60 * 86_400;
let failed = false;

function claim(what: string, limit: number, replay: () => string): void {
  const times: number[] = [];
  let told = '';
  for (let run = 0; run < 3; run++) {
    const from = performance.now();
    told = replay();
    times.push(performance.now() - from);
  }
  const best = Math.min(...times);
  const rate = cases / (best / 1000);
  failed ||= rate < limit;
  const runs = times.map((time) => time.toFixed(0)).join(', ');
  console.log(
    `${what}: ${(rate / 1000).toFixed(0)} k cases/s (limit ${limit / 1000} k) ${rate >= limit ? 'holds' : 'FALLS SHORT'}; ${runs} ms; ${told}`,
  );
}

console.log(`${cases} cases, ${rows.caseOf.length} saves, ${(rows.caseOf.length / cases).toFixed(2)} per case, 2 promises`);
claim('without ledgers', 1_000_000, () => {
  const { met, missed } = replayCases(plans, rows);
  const count = (column: Uint16Array) => column.reduce((sum, each) => sum + each, 0);
  return `${count(met)} met, ${count(missed)} missed`;
});
claim('with full ledgers', 300_000, () => {
  let [intervals, met, missed] = [0, 0, 0];
  replayLedgers(plans, { rows, now }, ({ clocks }) => {
    for (const clock of clocks) {
      intervals += clock.intervals.length;
      if (clock.status.kind === 'met') met += 1;
      if (clock.status.kind === 'missed') missed += 1;
    }
  });
  return `${met} met, ${missed} missed, ${(intervals / cases).toFixed(1)} intervals per case`;
});
if (failed) process.exitCode = 1;
