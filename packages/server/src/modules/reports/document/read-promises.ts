import { sql } from 'kysely';
import type { LocalText } from '@zhiheng/contract/values/text';
import type { Operation } from '../../../platform/operation.ts';
import { listClockMonths, readAttribution } from '../../cases/index.ts';
import { addMonths, dayOf, monthsOf } from '../../evaluation/index.ts';
import type { Promised } from './evidence.ts';
import type { Frame } from './frame.rules.ts';

interface Depth {
  /** whose time used up the promises that were missed is counted from the ledgers: only where it is told */
  readonly causes: boolean;
}

/** A year up to the end of the period. */
const shownMonths = 12;
const mostMonths = 240;

/** What the clocks say of every agreement in force, as its page of months says it. A report about one service, team, site or segment has none: promises are not cut by them. */
export async function readPromises(operation: Operation, { period, scope, zone }: Frame, { causes }: Depth): Promise<Promised[]> {
  if (Object.values(scope).some((id) => id !== undefined)) return [];
  const today = dayOf(operation.now, zone).slice(0, 7);
  const first = addMonths(period.lastMonth, 1 - shownMonths);
  const back = first > today ? 0 : monthsOf({ firstMonth: first, lastMonth: today }).length;
  if (back === 0 || back > mostMonths) return [];
  const promised: Promised[] = [];
  for (const { id, name } of await readAgreements(operation)) {
    const { items } = await listClockMonths(operation, { params: { id }, query: { months: back } });
    const months = items.filter(({ month }) => month >= first && month <= period.lastMonth).toReversed();
    const attribution = causes ? await readAttribution(operation, { query: { agreementId: id, month: period.lastMonth } }) : null;
    promised.push({ id, name, months, attribution });
  }
  return promised;
}

async function readAgreements({ db, orgId }: Operation): Promise<{ id: string; name: LocalText }[]> {
  const { rows } = await sql<{ id: string; name: LocalText }>`
    select id, name from reported_agreement where org_id = ${orgId} order by code`.execute(db);
  return rows;
}
