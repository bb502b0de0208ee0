import { sql } from 'kysely';
import type { Verification, VerificationPoint, VerificationVerdict } from '@zhiheng/contract/verification/verifications';
import { notFound } from '../../platform/errors.ts';
import type { Operation } from '../../platform/operation.ts';
import { loadEvaluation } from '../evaluation/index.ts';
import { readAfter } from './looks/read-after.ts';
import { judge, type FrozenPlan, type Period } from './plan/frozen-plan.rules.ts';
import { firstDayOf } from './plan/periods.rules.ts';
import { rowColumns, rowOf, verificationsFrom, type RowRecord } from './verification-rows.ts';

/** What is stored of a verification itself. */
export interface VerificationRecord extends RowRecord {
  readonly plan: string;
  readonly planHash: string;
  readonly registeredBy: string | null;
  readonly beganAt: Date | null;
  readonly withdrawnAt: Date | null;
  readonly withdrawnBy: string | null;
  readonly withdrawnReason: string;
  readonly reopenedAt: Date | null;
  readonly reopenedReason: string;
  readonly reopenedByCase: string | null;
}

export async function readRecord({ db, orgId }: Operation, id: string): Promise<VerificationRecord> {
  const { rows } = await sql<VerificationRecord>`
    select ${rowColumns}, v.plan, v.plan_sha256 as "planHash", r.name as "registeredBy", v.began_at as "beganAt", v.withdrawn_at as "withdrawnAt",
      w.name as "withdrawnBy", v.withdrawn_reason as "withdrawnReason", v.reopened_at as "reopenedAt", v.reopened_reason as "reopenedReason",
      v.reopened_by_case as "reopenedByCase"
    from ${verificationsFrom(orgId)}
    left join account r on r.org_id = ${orgId} and r.id = v.registered_by
    left join account w on w.org_id = ${orgId} and w.id = v.withdrawn_by
    where v.org_id = ${orgId} and v.id = ${id}`.execute(db);
  const [row] = rows;
  if (row === undefined) throw notFound('verification');
  return row;
}

/** The same, held until the transaction ends. */
export async function lockVerification(operation: Operation, id: string): Promise<VerificationRecord> {
  await sql`select from verification where org_id = ${operation.orgId} and id = ${id} for no key update`.execute(operation.db);
  return readRecord(operation, id);
}

/** Plans were written by `canonical` and by nothing else. */
export const frozenOf = ({ plan }: Pick<VerificationRecord, 'plan'>): FrozenPlan => JSON.parse(plan) as FrozenPlan;

interface StoredLook {
  readonly number: number;
  readonly at: Date;
  readonly sha256: string;
  readonly document: string;
}

/** What a look keeps: the figures it saw, the plan by its hash, and what it said. */
export interface LookDocument {
  readonly plan: string;
  readonly periods: readonly Period[];
  readonly number: number;
  readonly verdict: VerificationVerdict;
}

export async function readLooks({ db, orgId }: Operation, id: string): Promise<StoredLook[]> {
  const { rows } = await sql<StoredLook>`
    select number, at, sha256, document from verification_look where org_id = ${orgId} and verification_id = ${id} order by number`.execute(
    db,
  );
  return rows;
}

export const documentOf = ({ document }: Pick<StoredLook, 'document'>): LookDocument => JSON.parse(document) as LookDocument;

/** A verification as its page shows it: the verdict is that of the newest look, the figures are today's. */
export async function findVerification(operation: Operation, id: string): Promise<Verification> {
  const record = await readRecord(operation, id);
  const frozen = frozenOf(record);
  const evaluation = await loadEvaluation(operation, undefined);
  const after = await readAfter(operation, evaluation, frozen);
  const looks = await readLooks(operation, id);
  const history = looks.map((look) => ({
    ...documentOf(look).verdict,
    at: look.at.toISOString(),
    sha256: look.sha256,
    number: look.number,
  }));
  const newest = looks.at(-1);
  const decided = newest === undefined || record.decidedAt === null ? null : documentOf(newest).verdict;
  const waiting = verdictOf(judge(frozen, after).current);
  const { projectId: _, title: __, indicator: ___, method: ____, startOn: _____, ...input } = frozen.input;
  return {
    ...rowOf(pickRow(record)),
    ...input,
    ...{ better: frozen.better, measure: frozen.measure, registeredBy: record.registeredBy, planHash: record.planHash },
    baseline: frozen.baseline.map((point) => pointOf(frozen, point)),
    after: after.map((point) => pointOf(frozen, point)),
    // What the next look would say is not said before it is taken.
    current: decided ?? (waiting.final ? { ...waiting, ...untold } : waiting),
    history: history.reverse(),
    withdrawn:
      record.withdrawnAt === null ? null : { at: record.withdrawnAt.toISOString(), reason: record.withdrawnReason, by: record.withdrawnBy },
    reopened:
      record.reopenedAt === null
        ? null
        : { at: record.reopenedAt.toISOString(), reason: record.reopenedReason, caseId: record.reopenedByCase },
  };
}

const untold = { verdict: 'too-early', reason: 'between-looks', final: false, estimate: null, interval: null } as const;

const pointOf = ({ input }: FrozenPlan, { at, value, n }: Pick<Period, 'at' | 'value' | 'n'>): VerificationPoint => ({
  ...{ at, value, n },
  day: firstDayOf(input.bucket, at),
});

function pickRow(record: VerificationRecord): RowRecord {
  const { id, number, title, projectId, indicator, indicatorName, unit, decimals, method } = record;
  const { startOn, endOn, state, verdict, registeredAt, decidedAt } = record;
  return {
    id,
    number,
    title,
    projectId,
    indicator,
    indicatorName,
    unit,
    decimals,
    method,
    startOn,
    endOn,
    state,
    verdict,
    registeredAt,
    decidedAt,
  };
}

/** As it is sent and stored: without the word of its kind. */
export function verdictOf(found: ReturnType<typeof judge>['current']): VerificationVerdict {
  const { kind: _, interval, warnings, details, ...rest } = found;
  return {
    ...rest,
    details: { ...details },
    interval: interval === null ? null : [interval[0], interval[1]],
    warnings: warnings.map((one) => (one.code === 'sample-ratio' ? { ...one, counts: [...one.counts], expected: [...one.expected] } : one)),
  };
}
