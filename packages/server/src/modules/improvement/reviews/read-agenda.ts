import { sql } from 'kysely';
import type { ReviewAgenda } from '@zhiheng/contract/improvement/reviews';
import type { ReviewKind } from '@zhiheng/contract/improvement/review-kind';
import { houseDay } from '../../../platform/database/house-day.ts';
import type { Operation } from '../../../platform/operation.ts';
import { defaultPeriod, loadEvaluation, loadMonths, monthsWithData } from '../../evaluation/index.ts';
import { isDone } from './review-rows.ts';

interface Meeting {
  readonly id: string;
  readonly kind: ReviewKind;
}

const month = 31 * 86_400_000;
/** A meeting cannot speak of more. */
const most = 30;

/** What there is to speak of at this moment. */
export async function readAgenda(operation: Operation, meeting: Meeting): Promise<ReviewAgenda> {
  const since = await readLastHeld(operation, meeting);
  const today = await houseDay(operation, operation.now);
  return {
    ...{ since: since.toISOString(), asOf: operation.now.toISOString() },
    ...(await readMissed(operation, today)),
    openFindings: await readFindings(operation),
    overdueActions: await readLateActions(operation, today),
    verdicts: await readVerdicts(operation, since),
    openDecisions: await readOpenDecisions(operation, meeting),
  };
}

/** When the last meeting of the kind was held; a month ago when there was none. */
async function readLastHeld({ db, orgId, now }: Operation, { id, kind }: Meeting): Promise<Date> {
  const { rows } = await sql<{ at: Date | null }>`
    select max(held_at) as at from review_meeting where org_id = ${orgId} and kind = ${kind} and id <> ${id} and deleted_at is null`.execute(
    db,
  );
  return rows[0]?.at ?? new Date(now.getTime() - month);
}

/** Indicators that miss their target in the newest month with data, by the same figures as on the board. */
async function readMissed(operation: Operation, today: string): Promise<Pick<ReviewAgenda, 'period' | 'missedTargets'>> {
  const evaluation = await loadEvaluation(operation, undefined);
  const period = defaultPeriod(await monthsWithData(operation, evaluation.timeZone), today);
  const codes = evaluation.library.all.map(({ code }) => code);
  const figures = (await loadMonths(operation, evaluation, { codes, months: period, filter: {}, asOne: true })).figures(period);
  const missed = codes.flatMap((code) => {
    const figure = figures.figure(code, null);
    if (figure?.status !== 'missed') return [];
    const { indicator, name, value, n, target, unit, decimals, status } = figure;
    return [{ indicator, name, value, n, target, unit, decimals, status }];
  });
  return { period: period.key, missedTargets: missed.slice(0, most) };
}

async function readFindings({ db, orgId }: Operation): Promise<ReviewAgenda['openFindings']> {
  const { rows } = await sql<ReviewAgenda['openFindings'][number]>`
    select id, number, title, severity, state, to_char(due_on, 'YYYY-MM-DD') as "dueOn" from finding
    where org_id = ${orgId} and state not in ('closed', 'dismissed') and merged_into is null
    order by array_position(array['high', 'medium', 'low'], severity), due_on nulls last, last_seen desc limit ${most}`.execute(db);
  return rows;
}

async function readLateActions({ db, orgId }: Operation, today: string): Promise<ReviewAgenda['overdueActions']> {
  const { rows } = await sql<ReviewAgenda['overdueActions'][number]>`
    select p.id as "projectId", p.number, p.title as project, a.title, o.name as owner, to_char(a.due_on, 'YYYY-MM-DD') as "dueOn"
    from improvement_action a
    join improvement_project p on p.org_id = ${orgId} and p.id = a.project_id and p.deleted_at is null and p.state in ('running', 'verifying')
    left join account o on o.org_id = ${orgId} and o.id = coalesce(a.owner_id, p.owner_id)
    where a.org_id = ${orgId} and a.state <> 'done' and a.due_on < ${today}::date order by a.due_on, p.number limit ${most}`.execute(db);
  return rows;
}

type Verdict = ReviewAgenda['verdicts'][number];

async function readVerdicts({ db, orgId }: Operation, since: Date): Promise<Verdict[]> {
  const { rows } = await sql<Omit<Verdict, 'at'> & { readonly at: Date }>`
    select p.id as "projectId", p.number, p.title, m.outcome, m.at from improvement_move m
    join improvement_project p on p.org_id = ${orgId} and p.id = m.project_id and p.deleted_at is null
    where m.org_id = ${orgId} and m.outcome is not null and m.at > ${since} order by m.at desc limit ${most}`.execute(db);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

async function readOpenDecisions({ db, orgId }: Operation, { id }: Meeting): Promise<ReviewAgenda['openDecisions']> {
  const { rows } = await sql<ReviewAgenda['openDecisions'][number]>`
    select r.id as "reviewId", r.number, d.text, o.name as owner, to_char(d.due_on, 'YYYY-MM-DD') as "dueOn"
    from review_decision d join review_meeting r on r.org_id = ${orgId} and r.id = d.review_id and r.deleted_at is null and r.id <> ${id}
    left join account o on o.org_id = ${orgId} and o.id = d.owner_id
    where d.org_id = ${orgId} and not ${isDone(orgId)} order by d.due_on nulls last, d.id limit ${most}`.execute(db);
  return rows;
}
