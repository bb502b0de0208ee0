import type { ClockEvent, Party } from '@zhiheng/sla-clock/clock';

/** What the events of a case say of its course; instants in seconds. */
export interface CaseStory {
  readonly openedAt: number;
  /** when somebody of the house first answered the customer */
  readonly answeredAt: number | null;
  /** each time it was resolved */
  readonly resolvedAt: readonly number[];
  readonly isResolved: boolean;
  /** how long each kind of party held it while it was not resolved, until its last resolution or now */
  readonly held: Readonly<Record<Party['kind'], number>>;
  /** solved by the first answer: no other team, nobody else's turn, no question back */
  readonly atFirstContact: boolean;
}

const done: ReadonlySet<string> = new Set(['resolved', 'following-up', 'closed']);

/**
 * Reads the course of a case from its events in order; the first is its opening.
 *
 * @example storyOf([{ kind: 'opened', at: 0, status: 'new', party: { kind: 'team', id: 'desk' }, fields: {} }]).isResolved // false
 */
export function storyOf(events: readonly ClockEvent[]): CaseStory {
  const [opening] = events;
  if (opening?.kind !== 'opened') throw new RangeError('a case begins with its opening');
  const reader = new StoryReader(opening);
  for (const event of events.slice(1)) if (event.kind === 'saved') reader.read(event);
  return reader.story();
}

type Opening = Extract<ClockEvent, { kind: 'opened' }>;
type Save = Extract<ClockEvent, { kind: 'saved' }>;

class StoryReader {
  readonly #openedAt: number;
  readonly #held: Record<Party['kind'], number> = { customer: 0, team: 0, supplier: 0 };
  readonly #resolvedAt: number[] = [];
  readonly #firstTeam: string | null;
  #answeredAt: number | null = null;
  #answers = 0;
  #status: string;
  #party: Party;
  #since: number;
  #straight = true;

  constructor({ at, status, party, message }: Opening) {
    this.#openedAt = at;
    this.#since = at;
    this.#status = status;
    this.#party = party;
    this.#firstTeam = party.kind === 'team' ? party.id : null;
    if (message?.from === 'team') this.#hear(at, message);
    if (done.has(status)) this.#resolvedAt.push(at);
  }

  read({ at, status, party, message }: Save): void {
    if (!done.has(this.#status)) this.#held[this.#party.kind] += at - this.#since;
    this.#since = at;
    if (message !== undefined) this.#hear(at, message);
    if (party !== undefined) this.#take(party);
    if (status === undefined) return;
    if (done.has(status) && !done.has(this.#status)) this.#resolvedAt.push(at);
    this.#status = status;
  }

  #hear(at: number, { from, visibleToCustomer, automatic }: NonNullable<Save['message']>): void {
    if (automatic === true || !visibleToCustomer) return;
    if (from !== 'team') this.#stray();
    else {
      this.#answeredAt ??= at;
      this.#answers += 1;
      if (this.#answers > 1) this.#stray();
    }
  }

  #take(party: Party): void {
    this.#party = party;
    if (party.kind !== 'team' || party.id !== this.#firstTeam) this.#stray();
  }

  /** After the first resolution only a reopening takes the first contact away. */
  #stray(): void {
    if (this.#resolvedAt.length === 0) this.#straight = false;
  }

  story(): CaseStory {
    const isResolved = done.has(this.#status);
    return {
      openedAt: this.#openedAt,
      answeredAt: this.#answeredAt,
      resolvedAt: this.#resolvedAt,
      isResolved,
      held: this.#held,
      atFirstContact: this.#straight && this.#resolvedAt.length === 1 && isResolved,
    };
  }
}
