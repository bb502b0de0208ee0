import { partyOfKey, type Agreements, type CaseFields, type Party } from '@zhiheng/sla-clock/clock';
import { choosePolicy, targetKinds, versionsInForce, type Policy, type TargetKind } from '@zhiheng/sla-clock/policy';
import { noInstant, planReplay, replayCases, replayedPhases, type ReplayedClocks, type ReplayPlan } from '@zhiheng/sla-clock/replay';
import { z } from 'zod';
import type { CopiedRows } from '../../../platform/database/copied-rows.ts';
import { EventColumns, parseDetail, statuses } from './event-columns.ts';
import type { HistoryPage } from './read-history.ts';

const openingOf = z.object({ fields: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).optional() });

/** In the place of a plan. */
const noPromise = -1;
const judgedApart = -2;

/** So many openings are remembered as texts: whoever says the same again is not read again. */
const mostTexts = 10_000;

interface Opening {
  readonly fields: CaseFields;
  readonly key: string;
  /** by how many versions had come when the case was opened */
  readonly plans: number[];
}

interface Plan {
  /** as the rows have its id */
  readonly idBytes: Uint8Array;
  readonly policy: Policy;
  readonly fields: CaseFields;
  /** by target: seconds of working time; null where a goal is none, so that no stored one is like it */
  readonly goals: readonly (number | null)[];
}

function goalOf(policy: Policy, kind: TargetKind): number | null {
  const goal = policy.targets.find((target) => target.kind === kind)?.goal;
  return goal?.kind === 'working-time' ? goal.seconds : null;
}

/** Replays cases in columns as far as a plan can say what they promise, and finds those whose stored clocks are not what the replay says. */
export class PageReplay {
  readonly #policies: readonly Policy[];
  /** the instants from which versions count: between two of them the same ones are in force for whatever is opened */
  readonly #turns: readonly number[];
  readonly #agreements: Agreements;
  /** fields of an opening that some policy names */
  readonly #named: readonly string[];
  readonly #plans: Plan[] = [];
  readonly #planOf = new Map<string, number>();
  readonly #openings = new Map<string, Opening>();

  constructor(agreements: Agreements) {
    this.#agreements = agreements;
    this.#policies = agreements.lines[0]?.versions ?? [];
    this.#turns = this.#policies.map(({ effectiveFrom }) => effectiveFrom);
    const said = JSON.stringify(this.#policies);
    const fields = ['type', 'priority', 'severity', 'channel', 'service', 'category', 'customer', 'segment', 'contract'];
    this.#named = ['judged', ...fields.filter((field) => said.includes(`"${field}"`))];
  }

  /** Whether columns can say all that these agreements count: one line that no version takes over. */
  static reads({ lines, takeovers }: Agreements): boolean {
    return lines.length === 1 && lines[0]?.key === 'sla' && takeovers.length === 0;
  }

  /** Ids of the cases that must be counted one by one. */
  differing(page: HistoryPage): string[] {
    const columns = new EventColumns(page.events, (opening, at) => this.#planFor(opening, at));
    const parties = columns.parties.map((key): Party => partyOfKey(key));
    const plans = this.#plans.map(({ policy, fields }) => this.#planned(policy, fields, parties));
    const clocks = plans.length === 0 ? null : replayCases(plans, columns.rows);
    const stored = new StoredClocks(page.clocks, page.events);
    const differing: string[] = [];
    for (const [index, id] of columns.ids.entries()) {
      const code = columns.planOf[index] ?? judgedApart;
      const plan = this.#plans[code];
      const same = stored.sameAs(id, plan === undefined || clocks === null ? null : { clocks, index, plan });
      if (!same || code === judgedApart || columns.odd.has(index)) differing.push(page.events.uuid(id));
    }
    return differing;
  }

  #planned(policy: Policy, fields: CaseFields, parties: readonly Party[]): ReplayPlan {
    const calendar = this.#agreements.calendars.get(policy.calendar);
    if (calendar === undefined) throw new RangeError(`policy ${policy.id} counts in no calendar`);
    return planReplay({ policy, calendar, fields, statuses, parties });
  }

  #planFor(detail: string, openedAt: number): number {
    const opening = this.#openings.get(detail) ?? this.#readOpening(detail);
    let turn = 0;
    for (const from of this.#turns) if (from <= openedAt) turn += 1;
    return (opening.plans[turn] ??= this.#planOfOpening(opening, openedAt));
  }

  #planOfOpening(opening: Opening, openedAt: number): number {
    const inForce = versionsInForce(this.#policies, { openedAt, at: openedAt });
    const key = `${inForce.map(({ id, version }) => `${id}/${version}`).join()} ${opening.key}`;
    const known = this.#planOf.get(key);
    if (known !== undefined) return known;
    const plan = this.#newPlan(inForce, opening.fields);
    this.#planOf.set(key, plan);
    return plan;
  }

  #readOpening(detail: string): Opening {
    const { fields = {} } = openingOf.parse(parseDetail(detail));
    const opening = { fields, key: JSON.stringify(this.#named.map((field) => fields[field] ?? null)), plans: [] };
    if (this.#openings.size >= mostTexts) this.#openings.clear();
    this.#openings.set(detail, opening);
    return opening;
  }

  #newPlan(inForce: readonly Policy[], fields: CaseFields): number {
    if ('judged' in fields) return judgedApart;
    const chosen = choosePolicy(inForce, (field) => fields[field] ?? null);
    if (chosen === null) return noPromise;
    const { policy } = chosen;
    const goals = targetKinds.map((kind) => goalOf(policy, kind));
    return this.#plans.push({ policy, fields, goals, idBytes: Buffer.from(policy.id.replaceAll('-', ''), 'hex') }) - 1;
  }
}

const bytesOf = (word: string): Uint8Array => Buffer.from(word);
/** By the code of the replay: how a phase that is over is stored. A clock that goes on is counted one by one: columns do not say everything of it. */
const over = replayedPhases.map((phase) => (['met', 'missed', 'cancelled', 'reset'].includes(phase) ? bytesOf(phase) : null));
/** Targets in the order in which they are stored. */
const storedOrder = targetKinds.map((kind, column) => ({ kind: bytesOf(kind), column })).toSorted((a, b) => Buffer.compare(a.kind, b.kind));

interface Replayed {
  readonly clocks: ReplayedClocks;
  readonly index: number;
  readonly plan: Plan;
}

/** Stored clocks of one case after the other, in the order of the cases. */
class StoredClocks {
  readonly #rows: CopiedRows;
  readonly #events: CopiedRows;
  /** where the id of the row at hand lies; -1 behind the last */
  #caseId = -1;

  constructor(rows: CopiedRows, events: CopiedRows) {
    this.#rows = rows;
    this.#events = events;
    this.#step();
  }

  #step(): void {
    this.#caseId = this.#rows.next() ? this.#rows.id() : -1;
  }

  /** Goes past the clocks of a case; whether they are those of the replay, all of them and no other. Null: there shall be none. */
  sameAs(id: number, replayed: Replayed | null): boolean {
    let wanted = 0;
    let same = true;
    for (; this.#caseId >= 0 && this.#rows.compareIds(this.#caseId, this.#events, id) <= 0; this.#step()) {
      wanted = nextBegun(replayed, wanted);
      same = this.#isClock(replayed, wanted) && same;
      wanted += 1;
    }
    return same && nextBegun(replayed, wanted) >= storedOrder.length;
  }

  /** What it leaves unread of the row is passed over. */
  #isClock(replayed: Replayed | null, place: number): boolean {
    const stored = storedOrder[place];
    return replayed !== null && stored !== undefined && this.#isReplayed(replayed, stored);
  }

  #isReplayed({ clocks, index, plan }: Replayed, stored: (typeof storedOrder)[number]): boolean {
    const at = index * targetKinds.length + stored.column;
    const phase = over[clocks.phase[at] ?? 0];
    if (phase === undefined || phase === null || clocks.cycle[at] !== 1) return false;
    const rows = this.#rows;
    return (
      rows.is(stored.kind) && rows.integer() === 1 && rows.is(phase) && this.#isPromised(plan, stored.column) && this.#isCounted(clocks, at)
    );
  }

  #isPromised({ idBytes, policy, goals }: Plan, column: number): boolean {
    const rows = this.#rows;
    return rows.is(idBytes) && rows.integer() === policy.version && rows.integer() === goals[column];
  }

  #isCounted(clocks: ReplayedClocks, at: number): boolean {
    const rows = this.#rows;
    return (
      rows.integer() === clocks.usedSeconds[at] &&
      rows.instant() === clocks.startedAt[at] &&
      (rows.instant() ?? noInstant) === clocks.dueAt[at] &&
      rows.instant() === clocks.usedAt[at] &&
      (rows.instant() ?? noInstant) === clocks.breachedAt[at] &&
      (rows.instant() ?? noInstant) === clocks.endedAt[at] &&
      rows.instant() === null
    );
  }
}

/** The place of the next clock that has begun, in the order in which they are stored. */
function nextBegun(replayed: Replayed | null, from: number): number {
  if (replayed === null) return storedOrder.length;
  const { clocks, index } = replayed;
  let place = from;
  while (place < storedOrder.length && clocks.phase[index * targetKinds.length + (storedOrder[place]?.column ?? 0)] === 0) place += 1;
  return place;
}
