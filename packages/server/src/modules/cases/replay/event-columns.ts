import { textOfLetters, type CopiedRows } from '../../../platform/database/copied-rows.ts';

export const statuses = [
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

/** What columns cannot say of an event. */
const odd = -1;

type PlanFor = (opening: string, at: number) => number;

/** Events of many cases as a replay reads them. */
export class EventColumns {
  /** where the id of each case lies in the rows */
  readonly ids: number[] = [];
  readonly planOf: number[] = [];
  /** cases with events of which columns do not say everything */
  readonly odd = new Set<number>();
  readonly rows;
  readonly #planFor: PlanFor;
  readonly #parties = new Map<string, number>();
  readonly #happened = new Map<string, number>();
  #status = 0;
  #party = 0;

  constructor(copied: CopiedRows, planFor: PlanFor) {
    this.#planFor = planFor;
    const { length } = copied;
    this.rows = {
      caseOf: new Int32Array(length),
      at: new Float64Array(length),
      status: new Uint8Array(length),
      party: new Uint32Array(length),
      happened: new Uint8Array(length),
      plan: new Uint32Array(length),
    };
    for (let row = 0; copied.next(); row++) this.#read(row, copied);
  }

  get parties(): readonly string[] {
    return [...this.#parties.keys()].map(textOfLetters);
  }

  #read(row: number, copied: CopiedRows): void {
    const { caseOf, at, status, party, happened, plan } = this.rows;
    const id = copied.id();
    const instant = copied.instant() ?? 0;
    this.#status = statusCodes.get(copied.letters() ?? '') ?? this.#status;
    this.#party = this.#partyCode(copied.letters()) ?? this.#party;
    const detail = copied.letters();
    if (id >= 0) {
      this.ids.push(id);
      this.planOf.push(this.#planFor(detail ?? nothingSaid, instant));
    }
    const index = this.ids.length - 1;
    const what = this.#whatHappened(detail, id >= 0);
    if (what === odd) this.odd.add(index);
    caseOf[row] = index;
    at[row] = instant;
    status[row] = this.#status;
    party[row] = this.#party;
    happened[row] = Math.max(what, 0);
    plan[row] = Math.max(this.planOf[index] ?? 0, 0);
  }

  #partyCode(key: string | null): number | null {
    if (key === null) return null;
    const known = this.#parties.get(key);
    if (known !== undefined) return known;
    this.#parties.set(key, this.#parties.size);
    return this.#parties.size - 1;
  }

  #whatHappened(detail: string | null, isFirst: boolean): number {
    if (detail === null) return 0;
    if (isFirst) return detail.includes('"message"') ? 1 : 0;
    const known = this.#happened.get(detail);
    if (known !== undefined) return known;
    const what = happenedIn(parseDetail(detail) as Detail);
    if (this.#happened.size < 1000) this.#happened.set(detail, what);
    return what;
  }
}

const nothingSaid = '\x01{}';
/** The first byte of a jsonb is the version of its writing. */
export const parseDetail = (letters: string): unknown => JSON.parse(textOfLetters(letters.slice(1)));

interface Detail {
  readonly message?: { readonly from?: string; readonly visibleToCustomer?: boolean };
}

/** 1: the customer wrote; 2: the team wrote to the customer. */
function happenedIn(detail: Detail): number {
  const { message = {} } = detail;
  const says = (of: object, ...keys: string[]) => keys.some((key) => key in of);
  if (says(detail, 'fields', 'merged', 'excluded', 'replyNotNeeded') || says(message, 'asksForReply', 'automatic')) return odd;
  if (message.from === 'customer') return 1;
  return message.from === 'team' && message.visibleToCustomer === true ? 2 : 0;
}
