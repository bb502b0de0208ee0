import { partyOfKey, type Agreements, type CaseFields, type Party } from '@zhiheng/sla-clock/clock';
import { choosePolicy, targetKinds, versionsInForce, type Policy } from '@zhiheng/sla-clock/policy';
import {
  planReplay,
  replayCases,
  replayedClock,
  type ReplayedClock,
  type ReplayedClocks,
  type ReplayPlan,
} from '@zhiheng/sla-clock/replay';
import { z } from 'zod';
import type { HistoryPage } from './read-history.ts';

const fieldsOf = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

/** In the place of a plan. */
const noPromise = -1;
const judgedApart = -2;

const statuses = [
  'new',
  'open',
  'awaiting-customer',
  'awaiting-supplier',
  'on-hold',
  'resolved',
  'following-up',
  'closed',
  'cancelled',
  'merged',
];
const statusCodes = new Map(statuses.map((status, code) => [status, code]));

/** Replays cases in columns as far as a plan can say what they promise, and finds those whose stored clocks are not what the replay says. */
export class PageReplay {
  readonly #policies: readonly Policy[];
  readonly #agreements: Agreements;
  readonly #parties = new Map<string, number>();
  readonly #plans: { readonly policy: Policy; readonly fields: CaseFields }[] = [];
  readonly #planOf = new Map<string, number>();

  constructor(agreements: Agreements) {
    this.#agreements = agreements;
    this.#policies = agreements.lines[0]?.versions ?? [];
  }

  /** Whether columns can say all that these agreements count: one line that no version takes over. */
  static reads({ lines, takeovers }: Agreements): boolean {
    return lines.length === 1 && lines[0]?.key === 'sla' && takeovers.length === 0;
  }

  /** Fields of an opening that none of the policies names. */
  get ignored(): string[] {
    const said = JSON.stringify(this.#policies);
    return ['type', 'priority', 'severity', 'channel', 'service', 'category', 'customer', 'segment', 'contract'].filter(
      (field) => !said.includes(`"${field}"`),
    );
  }

  /** Ids of the cases that must be counted one by one. */
  differing(page: HistoryPage): string[] {
    const columns = this.#columnsOf(page.events);
    const parties = [...this.#parties.keys()].map((key): Party => partyOfKey(key));
    const plans = this.#plans.map(({ policy, fields }) => this.#planned(policy, fields, parties));
    const clocks = plans.length === 0 ? null : replayCases(plans, columns.rows);
    const stored = storedByCase(page.clocks);
    return columns.ids.filter((id, index) => {
      const plan = columns.planOf[index] ?? judgedApart;
      if (columns.odd.has(index) || plan === judgedApart) return true;
      if (plan === noPromise || clocks === null) return stored.has(id);
      const policy = this.#plans[plan]?.policy;
      return policy === undefined || stored.get(id) !== told(clocks, index, policy);
    });
  }

  #planned(policy: Policy, fields: CaseFields, parties: readonly Party[]): ReplayPlan {
    const calendar = this.#agreements.calendars.get(policy.calendar);
    if (calendar === undefined) throw new RangeError(`policy ${policy.id} counts in no calendar`);
    return planReplay({ policy, calendar, fields, statuses, parties });
  }

  #columnsOf(text: string): Columns {
    const lines = text === '' ? [] : text.split('\n');
    const columns = new Columns(lines.length);
    for (const line of lines) {
      const [id = '', at = '', status = '', party = '', happened = '', ...fields] = line.split('|');
      if (id !== '') columns.begin(id, this.#planFor(fields.join('|'), Number(at)));
      columns.add({ at, status, happened, party: party === '' ? null : this.#partyCode(party) });
    }
    return columns;
  }

  #partyCode(key: string): number {
    const known = this.#parties.get(key);
    if (known !== undefined) return known;
    this.#parties.set(key, this.#parties.size);
    return this.#parties.size - 1;
  }

  #planFor(text: string, openedAt: number): number {
    const inForce = versionsInForce(this.#policies, { openedAt, at: openedAt });
    const key = `${inForce.map(({ id, version }) => `${id}/${version}`).join()} ${text}`;
    const known = this.#planOf.get(key);
    if (known !== undefined) return known;
    const plan = this.#newPlan(inForce, fieldsOf.parse(JSON.parse(text === '' ? '{}' : text)));
    this.#planOf.set(key, plan);
    return plan;
  }

  #newPlan(inForce: readonly Policy[], fields: CaseFields): number {
    const chosen = choosePolicy(inForce, (field) => fields[field] ?? null);
    if ('judged' in fields) return judgedApart;
    if (chosen === null) return noPromise;
    return this.#plans.push({ policy: chosen.policy, fields }) - 1;
  }
}

interface Event {
  readonly at: string;
  readonly status: string;
  readonly happened: string;
  /** null: as before */
  readonly party: number | null;
}

/** Events of many cases as a replay reads them. */
class Columns {
  readonly rows: Record<'caseOf' | 'at' | 'status' | 'party' | 'happened' | 'plan', Float64Array>;
  readonly ids: string[] = [];
  readonly planOf: number[] = [];
  /** cases with events of which columns do not say everything */
  readonly odd = new Set<number>();
  #row = 0;
  #status = 0;
  #party = 0;

  constructor(length: number) {
    const column = () => new Float64Array(length);
    this.rows = { caseOf: column(), at: column(), status: column(), party: column(), happened: column(), plan: column() };
  }

  begin(id: string, plan: number): void {
    this.ids.push(id);
    this.planOf.push(plan);
  }

  add({ at, status, happened, party }: Event): void {
    const index = this.ids.length - 1;
    this.#status = statusCodes.get(status) ?? this.#status;
    this.#party = party ?? this.#party;
    if (happened === 'x') this.odd.add(index);
    this.rows.caseOf[this.#row] = index;
    this.rows.at[this.#row] = Number(at);
    this.rows.status[this.#row] = this.#status;
    this.rows.party[this.#row] = this.#party;
    this.rows.happened[this.#row] = happened === 'x' ? 0 : Number(happened);
    this.rows.plan[this.#row] = Math.max(this.planOf[index] ?? 0, 0);
    this.#row += 1;
  }
}

/** The clocks of each case as one text, as they are stored. */
function storedByCase(text: string): Map<string, string> {
  const stored = new Map<string, string>();
  for (const line of text === '' ? [] : text.split('\n')) {
    const [id, said] = [line.slice(0, 36), line.slice(37)];
    const before = stored.get(id);
    stored.set(id, before === undefined ? said : `${before}\n${said}`);
  }
  return stored;
}

const over = new Set(['met', 'missed', 'cancelled', 'reset']);

/** The same text from a replay; null for clocks that go on or went round, of which columns do not say everything. */
function told(clocks: ReplayedClocks, index: number, policy: Policy): string | null {
  const lines: string[] = [];
  for (const kind of sortedKinds) {
    const clock = replayedClock(clocks, index, kind);
    if (clock === null) continue;
    if (!over.has(clock.phase) || clock.cycle !== 1) return null;
    lines.push(lineOf(clock, policy));
  }
  return lines.join('\n');
}

const sortedKinds = [...targetKinds].sort();
const textOf = (instant: number | null): string => (instant === null ? '' : String(instant));

function lineOf({ target, phase, startedAt, usedSeconds, usedAt, dueAt, endedAt, breachedAt }: ReplayedClock, policy: Policy): string {
  const goal = policy.targets.find(({ kind }) => kind === target)?.goal;
  const seconds = goal?.kind === 'working-time' ? goal.seconds : '?';
  return [
    target,
    1,
    phase,
    policy.id,
    policy.version,
    seconds,
    usedSeconds,
    startedAt,
    textOf(dueAt),
    usedAt,
    textOf(breachedAt),
    textOf(endedAt),
    '',
  ].join('|');
}
