import { sql } from 'kysely';
import type { FindingState } from '@zhiheng/contract/findings/finding-kind';
import type { ProjectOutcome, ProjectState } from '@zhiheng/contract/improvement/project-kind';
import type { Operation } from '../../../platform/operation.ts';
import { setFindingState } from '../../findings/index.ts';
import type { ProjectRecord } from './read-project.ts';

interface Move {
  readonly to: ProjectState;
  readonly outcome: ProjectOutcome | null;
}

/** Findings go with the project that works on them. Only a verdict that it helped closes them; every other end opens them again. */
export async function tellFindings(operation: Operation, project: ProjectRecord, move: Move): Promise<void> {
  if (move.to === 'draft') return;
  const reason = [`${project.number} ${project.title}`, ...(move.outcome === null ? [] : [move.outcome])].join(' · ');
  for (const id of await readLive(operation, project.id)) await setFindingState(operation, id, { state: stateAfter(move), reason });
}

function stateAfter({ to, outcome }: Move): FindingState {
  if (to === 'running') return 'improving';
  if (to === 'verifying') return 'verifying';
  return outcome === 'effective' ? 'closed' : 'open';
}

/** Those that were dismissed or went into another are nobody's work any more. */
async function readLive({ db, orgId }: Operation, projectId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select f.id from improvement_finding l join finding f on f.org_id = ${orgId} and f.id = l.finding_id
    where l.org_id = ${orgId} and l.project_id = ${projectId} and f.merged_into is null and f.state <> 'dismissed' order by f.id`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}
