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
import type { CopiedRows } from '../../../platform/database/copy-out.ts';
import { EventColumns, statuses } from './event-columns.ts';
import type { HistoryPage } from './read-history.ts';

const openingOf = z.object({ fields: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).optional() });

/** In the place of a plan. */
const noPromise = -1;
const judgedApart = -2;

/** So many openings are remembered as texts: whoever says the same again is not read again. */
const mostTexts = 10_000;

/** Replays cases in columns as far as a plan can say what they promise, and finds those whose stored clocks are not what the replay says. */
export class PageReplay {
  readonly #policies: readonly Policy[];
  readonly #agreements: Agreements;
  /** fields of an opening that some policy names */
  readonly #named: readonly string[];
  readonly #plans: { readonly policy: Policy; readonly fields: CaseFields }[] = [];
  readonly #planOf = new Map<string, number>();
  readonly #openings = new Map<string, { readonly fields: CaseFields; readonly key: string }>();

  constructor(agreements: Agreements) {
    this.#agreements = agreements;
    this.#policies = agreements.lines[0]?.versions ?? [];
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
    const columns = new EventColumns((detail, at) => this.#planFor(detail, at));
    columns.read(page.events);
    const parties = columns.parties.map((key): Party => partyOfKey(key));
    const plans = this.#plans.map(({ policy, fields }) => this.#planned(policy, fields, parties));
    const clocks = plans.length === 0 ? null : replayCases(plans, columns.rows());
    const stored = new StoredClocks(page.clocks);
    return columns.ids.flatMap((id, index) => {
      const plan = columns.planOf[index] ?? judgedApart;
      const policy = this.#plans[plan]?.policy;
      const same = stored.sameAs(id, policy === undefined || clocks === null ? [] : told(clocks, index, policy));
      return same && plan !== judgedApart && !columns.odd.has(index) ? [] : [uuidOf(id)];
    });
  }

  #planned(policy: Policy, fields: CaseFields, parties: readonly Party[]): ReplayPlan {
    const calendar = this.#agreements.calendars.get(policy.calendar);
    if (calendar === undefined) throw new RangeError(`policy ${policy.id} counts in no calendar`);
    return planReplay({ policy, calendar, fields, statuses, parties });
  }

  #planFor(detail: string, openedAt: number): number {
    const opening = this.#openings.get(detail) ?? this.#readOpening(detail);
    const inForce = versionsInForce(this.#policies, { openedAt, at: openedAt });
    const key = `${inForce.map(({ id, version }) => `${id}/${version}`).join()} ${opening.key}`;
    const known = this.#planOf.get(key);
    if (known !== undefined) return known;
    const plan = this.#newPlan(inForce, opening.fields);
    this.#planOf.set(key, plan);
    return plan;
  }

  #readOpening(detail: string) {
    const { fields = {} } = openingOf.parse(JSON.parse(detail));
    const opening = { fields, key: JSON.stringify(this.#named.map((field) => fields[field] ?? null)) };
    if (this.#openings.size >= mostTexts) this.#openings.clear();
    this.#openings.set(detail, opening);
    return opening;
  }

  #newPlan(inForce: readonly Policy[], fields: CaseFields): number {
    if ('judged' in fields) return judgedApart;
    const chosen = choosePolicy(inForce, (field) => fields[field] ?? null);
    if (chosen === null) return noPromise;
    return this.#plans.push({ policy: chosen.policy, fields }) - 1;
  }
}

const uuidOf = (id: Buffer): string => id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');

const over = new Set(['met', 'missed', 'cancelled', 'reset']);
const sortedKinds = [...targetKinds].sort();

type ToldClock = ReplayedClock & { readonly policy: Policy; readonly goal: number | null };

/** The clocks of a replay as they must be stored; null for a case with one that goes on or went round, of which columns do not say everything. */
function told(clocks: ReplayedClocks, index: number, policy: Policy): ToldClock[] | null {
  const all: ToldClock[] = [];
  for (const kind of sortedKinds) {
    const clock = replayedClock(clocks, index, kind);
    if (clock === null) continue;
    if (!over.has(clock.phase) || clock.cycle !== 1) return null;
    const goal = policy.targets.find((target) => target.kind === kind)?.goal;
    all.push({ ...clock, policy, goal: goal?.kind === 'working-time' ? goal.seconds : null });
  }
  return all;
}

/** Stored clocks of one case after the other, in the order of the cases. */
class StoredClocks {
  readonly #rows: CopiedRows;
  /** of the row at hand; null behind the last */
  #caseId: Buffer | null = null;

  constructor(rows: CopiedRows) {
    this.#rows = rows;
    this.#step();
  }

  #step(): void {
    this.#caseId = this.#rows.next() ? this.#rows.raw() : null;
  }

  /** Goes past the clocks of a case; whether they are these, all of them and no other. */
  sameAs(id: Buffer, wanted: readonly ToldClock[] | null): boolean {
    let same = wanted !== null;
    let count = 0;
    while (this.#caseId !== null && this.#caseId.compare(id) <= 0) {
      const clock = wanted?.[count];
      // Every column is read, whatever the ones before said.
      const equal = this.#readRow(clock);
      same &&= clock !== undefined && equal;
      count += 1;
      this.#step();
    }
    return same && count === wanted?.length;
  }

  #readRow(clock: ToldClock | undefined): boolean {
    const rows = this.#rows;
    const stored = [rows.text(), rows.integer(), rows.text(), rows.text(), rows.integer(), rows.integer(), rows.integer()];
    const instants = Array.from({ length: 6 }, () => rows.instant());
    if (clock === undefined) return false;
    const { policy, goal, startedAt, dueAt, usedAt, breachedAt, endedAt } = clock;
    const said = [clock.target, 1, clock.phase, policy.id, policy.version, goal, clock.usedSeconds];
    const when = [startedAt, dueAt, usedAt, breachedAt, endedAt, null];
    return said.every((value, at) => value === stored[at]) && when.every((value, at) => value === instants[at]);
  }
}
