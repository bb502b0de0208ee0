import { sql } from 'kysely';
import type { CauseAnalysis } from '@zhiheng/contract/causes/causes';
import type { CauseEvidence } from '@zhiheng/contract/causes/evidence';
import { changedMeanwhile, notFound } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';
import { analysisRowOf, joins, rowColumns, type AnalysisRecord } from './analysis-rows.ts';
import { statesOf } from './cause-states.rules.ts';

/** An analysis as its page shows it. Throws 404 when it is in the trash. */
export async function findAnalysis(operation: Operation, id: string): Promise<CauseAnalysis> {
  const { db, orgId } = operation;
  const { rows } = await sql<AnalysisRecord>`
    select ${rowColumns(orgId)} from cause_analysis a ${joins(orgId)}
    where a.org_id = ${orgId} and a.id = ${id} and a.deleted_at is null`.execute(db);
  const [row] = rows;
  if (row === undefined) throw notFound('cause-analysis');
  const evidence = await readEvidence(operation, id);
  return { ...analysisRowOf(row), tree: [...row.tree], states: statesOf(row.tree, row.says), evidence };
}

async function readEvidence({ db, orgId }: Operation, analysisId: string): Promise<CauseEvidence[]> {
  const { rows } = await sql<Omit<CauseEvidence, 'at'> & { readonly at: Date }>`
    select e.id, e.node_id as "nodeId", e.request, e.result, e.note, e.at, p.name as by from cause_evidence e
    left join account p on p.org_id = ${orgId} and p.id = e.by
    where e.org_id = ${orgId} and e.analysis_id = ${analysisId} order by e.at, e.id`.execute(db);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

export async function lockAnalysis(operation: Operation, id: string): Promise<CauseAnalysis> {
  await sql`select from cause_analysis where org_id = ${operation.orgId} and id = ${id} for no key update`.execute(operation.db);
  return findAnalysis(operation, id);
}

/** For a change by somebody who has read `version`. */
export async function lockVersion(operation: Operation, id: string, version: number): Promise<CauseAnalysis> {
  const analysis = await lockAnalysis(operation, id);
  if (analysis.version !== version) throw changedMeanwhile();
  return analysis;
}
