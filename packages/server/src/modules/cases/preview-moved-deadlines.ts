import { sql } from 'kysely';
import type { previewMovedDeadlines as endpoint } from '@zhiheng/contract/agreements/moved-deadlines';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { Operation } from '../../platform/operation.ts';
import { proposeChange } from '../agreements/index.ts';
import { countingMoment, readClockEvents } from './count-cases.ts';
import { isOpen } from './filter-cases.ts';
import { movedDeadlines, type MovedDeadline } from './moved-deadlines.rules.ts';
import { visibleTo } from './visible-cases.ts';

type Answer = Reply<typeof endpoint>;

/** An answer is waited for: so many cases are counted twice in about a second. */
const mostExamined = 5000;
const mostListed = 200;

interface OpenCase {
  readonly id: string;
  readonly number: string;
  readonly subject: string;
  readonly visible: boolean;
}
interface MovedCase extends MovedDeadline {
  readonly of: OpenCase;
}

/** Counts open cases by what is in force and by what would be, at the moment from which it would be. Nothing is stored. */
export async function previewMovedDeadlines(operation: Operation, { body }: Pick<Parsed<typeof endpoint>, 'body'>): Promise<Answer> {
  const { before, after, from } = await proposeChange(operation, body.change);
  const moment = from > operation.now ? from : operation.now;
  const { openCases, cases } = await readOpenCases(operation);
  const histories = await readClockEvents(
    operation,
    cases.map(({ id }) => id),
  );
  const moved = cases.flatMap((of): MovedCase[] => {
    const events = histories.get(of.id) ?? [];
    if (events.length === 0) return [];
    const found = movedDeadlines({ before: before.agreements, after }, events, countingMoment(moment, events));
    return found.map((one) => ({ ...one, of }));
  });
  return { openCases, examined: cases.length, ...summed(moved, moment), items: listed(moved) };
}

function summed(moved: readonly MovedCase[], now: Date): Omit<Answer, 'openCases' | 'examined' | 'items'> {
  const by = moved.map(movedBy);
  const passed = (at: number | null) => at !== null && at * 1000 <= now.getTime();
  return {
    earlier: by.filter((seconds) => seconds !== null && seconds < 0).length,
    later: by.filter((seconds) => seconds !== null && seconds > 0).length,
    changed: by.filter((seconds) => seconds === null).length,
    overdueAtOnce: moved.filter(({ before, after }) => passed(after) && !passed(before)).length,
  };
}

const movedBy = ({ before, after }: MovedDeadline): number | null => (before === null || after === null ? null : after - before);

function listed(moved: readonly MovedCase[]): Answer['items'] {
  const visible = moved
    .filter(({ of }) => of.visible)
    .sort((a, b) => Math.abs(movedBy(b) ?? Infinity) - Math.abs(movedBy(a) ?? Infinity) || 0);
  return visible.slice(0, mostListed).map(({ of, agreementName, target, ...at }) => ({
    ...{ caseId: of.id, number: of.number, subject: of.subject, target },
    agreementName: { zh: agreementName.zh, en: agreementName.en },
    ...{ before: textOf(at.before), after: textOf(at.after), movedBySeconds: movedBy({ agreementName, target, ...at }) },
  }));
}

const textOf = (at: number | null): string | null => (at === null ? null : new Date(at * 1000).toISOString());

async function readOpenCases({ db, orgId, actor }: Operation): Promise<{ openCases: number; cases: OpenCase[] }> {
  const mayRead = actor.permissions.has('cases.read');
  const { rows } = await sql<OpenCase>`
    select c.id, c.number, c.subject, ${mayRead}::boolean and ${visibleTo(actor)} as visible from service_case c
    where c.org_id = ${orgId} and ${isOpen} order by c.due_at, c.id limit ${mostExamined}`.execute(db);
  if (rows.length < mostExamined) return { openCases: rows.length, cases: rows };
  const counted = await sql<{ n: number }>`select count(*)::int as n from service_case c where c.org_id = ${orgId} and ${isOpen}`.execute(
    db,
  );
  return { openCases: counted.rows[0]?.n ?? rows.length, cases: rows };
}
