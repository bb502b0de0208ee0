import { sql } from 'kysely';
import type { moveProject as endpoint, Project } from '@zhiheng/contract/improvement/projects';
import type { ProjectOutcome } from '@zhiheng/contract/improvement/project-kind';
import type { Parsed } from '@zhiheng/contract/endpoint';
import { conflict, invalid, invalidField } from '../../../platform/errors.ts';
import { newId } from '../../../platform/identifier.ts';
import type { Call } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { entityOf } from './project-rows.ts';
import { findProject, lockVersion, type ProjectRecord } from './read-project.ts';
import { nextState, obstaclesTo, otherWays, outcomeOf } from './state.rules.ts';
import { tellFindings } from './tell-findings.ts';
import type { RegisteredPlan, Verdict, VerdictSource } from './verdict-source.ts';

type Body = Parsed<typeof endpoint>['body'];
interface Move {
  readonly body: Body;
  readonly plan: RegisteredPlan | null;
  readonly verdict: Verdict | null;
}

/** The one road on which the state of a project changes. Its outcome is never an input. */
export const moveProject =
  (verdicts: VerdictSource) =>
  async (call: Call, { params, body }: Pick<Parsed<typeof endpoint>, 'params' | 'body'>): Promise<Project> => {
    const project = await lockVersion(call, params.id, body.version);
    const plan = await verdicts.planOf(call, project.id);
    const verdict = await verdicts.verdictOf(call, project.id);
    const move: Move = { body, plan, verdict };
    checkMove(project, move);
    const outcome = body.to === 'closed' ? outcomeOf(project, move) : null;
    await writeMove(call, project, { ...move, outcome });
    if (body.to === 'running' && project.state === 'draft' && plan !== null) await verdicts.begin(call, project.id);
    await tellFindings(call, project, { to: body.to, outcome });
    await recordMove(call, project, { ...move, outcome });
    return findProject(call, project.id, verdicts);
  };

/** One step on when nothing is missing, or another way with a reason. */
function checkMove(project: ProjectRecord, { body, plan, verdict }: Move): void {
  const { state } = project;
  const { to, reason } = body;
  if (otherWays[state].includes(to)) {
    if (reason === '') throw invalidField('reason', 'reason_needed');
    return;
  }
  if (nextState(project) !== to) throw conflict('project_no_such_step', { from: state, to });
  checkPlan(project, { body, plan, verdict });
}

function checkPlan(project: ProjectRecord, { body, plan, verdict }: Move): void {
  const { to, reason, unverifiedReason } = body;
  const missing = obstaclesTo(project, { plan, verdict, unverifiedReason });
  if (missing.length > 0) throw invalid(missing.map(({ code, params }) => ({ path: 'to', code: `project_${code}`, params })));
  if (to === 'running' && plan !== null && unverifiedReason !== '') throw invalidField('unverifiedReason', 'project_has_plan');
  if (to !== 'closed' || project.verificationId === null || reason !== '') return;
  if (outcomeOf(project, { plan, verdict }) === 'not-verified') throw invalidField('reason', 'project_plan_withdrawn');
}

interface Moved extends Move {
  readonly outcome: ProjectOutcome | null;
}

async function writeMove(call: Call, project: ProjectRecord, { body, plan, outcome }: Moved): Promise<void> {
  const { db, orgId, now, actor } = call;
  const { to, reason } = body;
  await sql`
    insert into improvement_move (org_id, id, project_id, from_state, to_state, outcome, reason, at, moved_by)
    values (${orgId}, ${newId()}, ${project.id}, ${project.state}, ${to}, ${outcome}, ${reason || body.unverifiedReason}, ${now},
      ${actor.accountId}::uuid)`.execute(db);
  const { verificationId, unverifiedReason } = verificationAfter(project, { body, plan, outcome });
  await sql`
    update improvement_project set state = ${to}, outcome = ${outcome}, verification_id = ${verificationId}::uuid,
      unverified_reason = ${unverifiedReason}, version = version + 1, updated_at = ${now}, updated_by = ${actor.accountId}::uuid
    where org_id = ${orgId} and id = ${project.id}`.execute(db);
}

/** The plan is taken down when the work begins, and let go when it turns out to be withdrawn or the work begins anew. */
function verificationAfter(project: ProjectRecord, { body, plan, outcome }: Omit<Moved, 'verdict'>) {
  if (body.to === 'draft') return { verificationId: null, unverifiedReason: '' };
  if (body.to === 'running' && project.state === 'draft')
    return plan === null
      ? { verificationId: null, unverifiedReason: body.unverifiedReason }
      : { verificationId: plan.id, unverifiedReason: '' };
  if (outcome === 'not-verified') return { verificationId: null, unverifiedReason: project.unverifiedReason || body.reason };
  return { verificationId: project.verificationId, unverifiedReason: project.unverifiedReason };
}

const typeOf = {
  draft: 'project.moved',
  running: 'project.started',
  verifying: 'project.moved',
  closed: 'project.closed',
  stopped: 'project.stopped',
} as const;

async function recordMove(call: Call, project: ProjectRecord, { body, verdict, outcome }: Moved): Promise<void> {
  const { state: from, findingIds, causes, verificationId } = project;
  const type = body.to === 'running' && from !== 'draft' ? 'project.moved' : typeOf[body.to];
  const closing = body.to === 'closed' ? { outcome, findingIds, causes, verificationId, interval: verdict?.interval ?? null } : {};
  await recordEvent(call, {
    type,
    entity: entityOf(project),
    data: { from, to: body.to, reason: body.reason || body.unverifiedReason, ...closing },
  });
}
