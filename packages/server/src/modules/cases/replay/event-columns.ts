import type { CopiedRows } from '../../../platform/database/copy-out.ts';

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

/** Events of many cases as a replay reads them. */
export class EventColumns {
  /** where the id of each case lies in the rows */
  readonly ids: number[] = [];
  readonly planOf: number[] = [];
  /** cases with events of which columns do not say everything */
  readonly odd = new Set<number>();
  readonly #planFor: (detail: string, at: number) => number;
  readonly #parties = new Map<string, number>();
  readonly #happened = new Map<string, number>();
  readonly #columns = {
    caseOf: [] as number[],
    at: [] as number[],
    status: [] as number[],
    party: [] as number[],
    happened: [] as number[],
    plan: [] as number[],
  };
  #status = 0;
  #party = 0;

  constructor(planFor: (detail: string, at: number) => number) {
    this.#planFor = planFor;
  }

  get parties(): readonly string[] {
    return [...this.#parties.keys()];
  }

  rows() {
    return this.#columns;
  }

  read(rows: CopiedRows): void {
    const { caseOf, at, status, party, happened, plan } = this.#columns;
    while (rows.next()) {
      const id = rows.id();
      const instant = rows.instant() ?? 0;
      this.#status = statusCodes.get(rows.text() ?? '') ?? this.#status;
      this.#party = this.#partyCode(rows.text()) ?? this.#party;
      const detail = rows.text(1);
      if (id >= 0) {
        this.ids.push(id);
        this.planOf.push(this.#planFor(detail ?? '{}', instant));
      }
      const index = this.ids.length - 1;
      const what = this.#whatHappened(detail, id >= 0);
      if (what === odd) this.odd.add(index);
      caseOf.push(index);
      at.push(instant);
      status.push(this.#status);
      party.push(this.#party);
      happened.push(Math.max(what, 0));
      plan.push(Math.max(this.planOf[index] ?? 0, 0));
    }
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
    const what = happenedIn(JSON.parse(detail) as Detail);
    if (this.#happened.size < 1000) this.#happened.set(detail, what);
    return what;
  }
}

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
