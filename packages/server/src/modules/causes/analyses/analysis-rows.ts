import { sql, type RawBuilder } from 'kysely';
import type { CauseTree } from '@zhiheng/contract/causes/cause-tree';
import type { AnalysisRow } from '@zhiheng/contract/causes/causes';
import type { CauseEvidence } from '@zhiheng/contract/causes/evidence';
import { statesOf } from './cause-states.rules.ts';

export interface AnalysisRecord extends Omit<AnalysisRow, 'updatedAt' | 'causes' | 'supported' | 'refuted'> {
  readonly tree: CauseTree;
  readonly says: readonly { readonly nodeId: string; readonly says: CauseEvidence['result']['says'] }[];
  readonly updatedAt: Date;
}

/** What a list says of `a`; speaks of the finding `f` and the account `p`. */
export const rowColumns = (orgId: string): RawBuilder<unknown> => sql`a.id, a.finding_id as "findingId", f.number as "findingNumber",
  f.title as finding, a.method, a.title, a.tree, a.version, a.updated_at as "updatedAt", p.name as "updatedBy",
  coalesce((select jsonb_agg(jsonb_build_object('nodeId', e.node_id, 'says', e.result ->> 'says')) from cause_evidence e
    where e.org_id = ${orgId} and e.analysis_id = a.id), '[]'::jsonb) as says`;

export const joins = (orgId: string): RawBuilder<unknown> => sql`
  join finding f on f.org_id = ${orgId} and f.id = a.finding_id
  left join account p on p.org_id = ${orgId} and p.id = a.updated_by`;

export function analysisRowOf({ tree, says, updatedAt, ...row }: AnalysisRecord): AnalysisRow {
  const states = Object.values(statesOf(tree, says));
  const count = (wanted: string) => states.filter((state) => state === wanted).length;
  return { ...row, causes: states.length, supported: count('supported'), refuted: count('refuted'), updatedAt: updatedAt.toISOString() };
}

/** What an analysis is called in the log. */
export const entityOf = ({ id, title }: Pick<AnalysisRow, 'id' | 'title'>) => ({ kind: 'cause-analysis', id, label: title });
