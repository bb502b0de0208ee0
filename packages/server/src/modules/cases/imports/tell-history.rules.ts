import type { CaseStatus } from '@zhiheng/contract/cases/case';
import { partyKey, type CaseFields, type ClockEvent, type Message } from '@zhiheng/sla-clock/clock';
import { clockFields } from '../case-fields.ts';
import { holderOf } from '../clock-rows.rules.ts';
import type { State } from './read-states.rules.ts';
import { isDone } from './settle-resolution.rules.ts';

/** Something said on a case. Instants in seconds. */
export interface Saying {
  readonly at: number;
  readonly author: string;
  readonly authorId: string | null;
  readonly from: 'customer' | 'team';
  readonly isInternal: boolean;
  readonly body: string;
}

interface Change {
  readonly field: string;
  readonly from: unknown;
  readonly to: unknown;
}

/** An entry of the thread, as it will be stored. */
export interface ImportedEntry {
  readonly at: number;
  readonly kind: 'note' | 'reply' | 'message' | 'change';
  readonly author_kind: 'account' | 'customer' | 'system';
  readonly author_id: string | null;
  readonly author_name: string;
  readonly body: string;
  readonly changes: readonly Change[] | null;
}

/** What does not change of a case, and how its clocks are judged. */
export interface Constants {
  readonly openedAt: number;
  /** first answer, when only its time is known */
  readonly repliedAt: number | null;
  readonly channel: string;
  readonly customerId: string | null;
  readonly segmentId: string | null;
  /** more that conditions may look at */
  readonly marks: CaseFields;
}

export interface History {
  readonly events: readonly ClockEvent[];
  readonly entries: readonly ImportedEntry[];
  readonly firstRepliedAt: number | null;
  readonly reopened: number;
  readonly lastFrom: 'customer' | 'team';
}

type Step = { readonly at: number } & ({ readonly state: State } | { readonly saying: Saying } | { readonly replied: true });

/** Tells what happened to a case as the clock reads it, and as people read it. Of one moment, what stood comes before what was said. */
export function tellHistory(states: readonly State[], sayings: readonly Saying[], constants: Constants): History {
  const [first] = states;
  if (first === undefined) throw new RangeError('a case without a state has no history');
  const teller = new Teller(first, constants);
  const answered = constants.repliedAt === null ? [] : [{ at: constants.repliedAt, replied: true as const }];
  const steps: Step[] = [
    ...states.map((state) => ({ at: state.at, state })),
    ...sayings.map((saying) => ({ at: saying.at, saying })),
    ...answered,
  ];
  for (const step of steps.sort((a, b) => a.at - b.at)) teller.take(step);
  return teller.history;
}

class Teller implements History {
  readonly events: ClockEvent[] = [];
  readonly entries: ImportedEntry[] = [];
  firstRepliedAt: number | null = null;
  reopened = 0;
  lastFrom: 'customer' | 'team' = 'customer';
  readonly #constants: Constants;
  #now: State;

  constructor(first: State, constants: Constants) {
    this.#constants = constants;
    // A log often begins a little after the case: until then it is new.
    this.#now = first.at > constants.openedAt ? { ...first, status: 'new' } : first;
    this.events.push({
      kind: 'opened',
      at: constants.openedAt,
      status: this.#now.status,
      party: holder(this.#now),
      fields: { ...this.#fields(this.#now), ...constants.marks },
      message: { from: 'customer', visibleToCustomer: true },
    });
  }

  get history(): History {
    return this;
  }

  take(step: Step): void {
    const at = Math.max(step.at, this.#constants.openedAt);
    if ('state' in step) this.#turn(at, step.state);
    else if ('saying' in step) this.#hear(at, step.saying);
    else if (this.firstRepliedAt === null) this.#replied(at);
  }

  #turn(at: number, next: State): void {
    const before = this.#now;
    if (isDone(before) && !isDone(next)) this.reopened += 1;
    const [was, is] = [this.#fields(before), this.#fields(next)];
    const changed = Object.entries(is).filter(([field, value]) => was[field] !== value);
    const party = holder(next);
    const event: ClockEvent = {
      ...{ kind: 'saved', at },
      ...(before.status !== next.status && { status: next.status }),
      ...(partyKey(holder(before)) !== partyKey(party) && { party }),
      ...(changed.length > 0 && { fields: Object.fromEntries(changed) }),
    };
    if (Object.keys(event).length > 2) this.events.push(event);
    const changes = changesBetween(before, next);
    if (changes.length > 0) this.entries.push({ at, ...byProgram, kind: 'change', body: '', changes });
    this.#now = next;
  }

  #hear(at: number, { from, isInternal, author, authorId, body }: Saying): void {
    const said = { at, author_id: authorId, author_name: author, body, changes: null };
    if (from === 'customer') this.entries.push({ ...said, kind: 'message', author_kind: 'customer', author_id: null });
    else this.entries.push({ ...said, kind: isInternal ? 'note' : 'reply', author_kind: authorId === null ? 'system' : 'account' });
    if (isInternal) return;
    this.#message(at, { from, visibleToCustomer: true });
    if (from === 'team') this.firstRepliedAt ??= at;
    this.lastFrom = from;
  }

  #replied(at: number): void {
    this.firstRepliedAt = at;
    this.lastFrom = 'team';
    this.#message(at, { from: 'team', visibleToCustomer: true });
  }

  #message(at: number, message: Message): void {
    this.events.push({ kind: 'saved', at, message });
  }

  #fields({ type, priority, serviceId, categoryId }: State): CaseFields {
    const { channel, customerId, segmentId } = this.#constants;
    return clockFields({ type, priority, severity: null, channel, serviceId, categoryId, customerId, segmentId, contractId: null });
  }
}

const byProgram = { author_kind: 'system', author_id: null, author_name: '' } as const;

/** A team that nobody here bears the name of is a party by its name. */
const holder = ({ status, teamId, teamName }: State) => holderOf({ status, teamId: teamId ?? (teamName || null), supplierId: null });

const shown: readonly (readonly [field: string, of: (state: State) => string | null])[] = [
  ['status', ({ status }): CaseStatus => status],
  ['priority', ({ priority }) => priority],
  ['type', ({ type }) => type],
  ['teamId', ({ teamId, teamName }) => teamId ?? (teamName || null)],
  ['assigneeId', ({ assigneeId, assigneeName }) => assigneeId ?? (assigneeName || null)],
  ['categoryId', ({ categoryId }) => categoryId],
  ['serviceId', ({ serviceId }) => serviceId],
];

const changesBetween = (before: State, after: State): Change[] =>
  shown.flatMap(([field, of]) => (of(before) === of(after) ? [] : [{ field, from: of(before), to: of(after) }]));
