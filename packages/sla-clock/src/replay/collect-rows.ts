import type { Instant } from '../calendar/calendar.ts';
import { partyOfKey, type Party } from '../clock/clock-event.ts';
import type { ReplayRows } from './replay-rows.ts';

/** A save as it is stored: one narrow row. What the save did not change is given as it was. */
export interface StoredSave {
  readonly caseId: string;
  readonly at: Instant;
  readonly status: string;
  /** as `partyKey` writes it */
  readonly party: string;
  /** bits of `happening`, see `ReplayRows`; absent: nothing happened */
  readonly happened?: number;
}

/** Collected rows with the words behind their codes. */
export interface CollectedRows {
  readonly rows: ReplayRows;
  readonly statuses: readonly string[];
  readonly parties: readonly Party[];
  /** in the order in which a replay numbers the cases */
  readonly caseIds: readonly string[];
}

/**
 * Turns stored saves into columns while they are read from a database, so that no save is kept as an object. The saves of a case stand beside each other, in order.
 * @throws RangeError from `add` for a case whose saves do not stand beside each other, or a party that is none
 * @example
 * const collector = new RowCollector();
 * collector.add({ caseId: 'C-7', at: 0, status: 'new', party: 'team:first-line' });
 * collector.add({ caseId: 'C-7', at: 60, status: 'solved', party: 'customer' });
 * collector.finish() // { statuses: ['new', 'solved'], parties: [{ kind: 'team', id: 'first-line' }, { kind: 'customer' }], caseIds: ['C-7'] }
 */
export class RowCollector {
  #length = 0;
  #at = new Float64Array(1024);
  #caseOf = new Int32Array(1024);
  #status = new Uint16Array(1024);
  #party = new Uint16Array(1024);
  #happened = new Uint8Array(1024);
  readonly #statuses = new Map<string, number>();
  readonly #partyCodes = new Map<string, number>();
  readonly #parties: Party[] = [];
  readonly #cases = new Set<string>();
  #current: string | null = null;

  add({ caseId, at, status, party, happened = 0 }: StoredSave): void {
    if (caseId !== this.#current) this.#begin(caseId);
    if (this.#length === this.#at.length) this.#grow();
    const row = this.#length++;
    this.#at[row] = at;
    this.#caseOf[row] = this.#cases.size - 1;
    this.#status[row] = this.#statusCode(status);
    this.#party[row] = this.#partyCode(party);
    this.#happened[row] = happened;
  }

  /** The columns so far. */
  finish(): CollectedRows {
    const end = this.#length;
    const rows = {
      caseOf: this.#caseOf.subarray(0, end),
      at: this.#at.subarray(0, end),
      status: this.#status.subarray(0, end),
      party: this.#party.subarray(0, end),
      happened: this.#happened.subarray(0, end),
    };
    return { rows, statuses: [...this.#statuses.keys()], parties: [...this.#parties], caseIds: [...this.#cases] };
  }

  #begin(caseId: string): void {
    if (this.#cases.has(caseId)) throw new RangeError(`the saves of the case ${caseId} do not stand beside each other`);
    this.#cases.add(caseId);
    this.#current = caseId;
  }

  #statusCode(status: string): number {
    const known = this.#statuses.get(status);
    if (known !== undefined) return known;
    this.#statuses.set(status, this.#statuses.size);
    return this.#statuses.size - 1;
  }

  #partyCode(key: string): number {
    const known = this.#partyCodes.get(key);
    if (known !== undefined) return known;
    this.#parties.push(partyOfKey(key));
    this.#partyCodes.set(key, this.#parties.length - 1);
    return this.#parties.length - 1;
  }

  #grow(): void {
    const length = this.#at.length * 2;
    const copy = <T extends { set: (from: T) => void }>(to: T, from: T): T => {
      to.set(from);
      return to;
    };
    this.#at = copy(new Float64Array(length), this.#at);
    this.#caseOf = copy(new Int32Array(length), this.#caseOf);
    this.#status = copy(new Uint16Array(length), this.#status);
    this.#party = copy(new Uint16Array(length), this.#party);
    this.#happened = copy(new Uint8Array(length), this.#happened);
  }
}
