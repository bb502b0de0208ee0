import * as api from '@zhiheng/contract/improvement/projects';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type { ProjectState } from '@zhiheng/contract/improvement/project-kind';
import type { TestOrganisation } from '../../testing/sign-in.ts';

export const pilot = {
  title: 'Shorter wait',
  template: 'pdca',
  goal: 'Half the wait',
  startOn: '2026-01-01',
  dueOn: '2026-03-31',
} as const;

export const getProject = (org: TestOrganisation, id: string) => org.call(api.getProject, { params: { id } });

type Move = { readonly to: ProjectState; readonly reason?: string; readonly unverifiedReason?: string };

/** A project in draft, without the steps of its template unless `more` wants them. */
export const beginProject = (org: TestOrganisation, more: object = {}) =>
  org.call(api.createProject, { body: { ...pilot, steps: false, ...more } });

export async function addAction(org: TestOrganisation, id: string, more: object = {}): Promise<api.ProjectAction> {
  const before = await getProject(org, id);
  const { actions } = await org.call(api.createAction, { params: { id }, body: { phase: 'do', title: 'Train', ...more } });
  const [added] = actions.filter((one) => before.actions.every((known) => known.id !== one.id));
  if (added === undefined) throw new Error('no action was added');
  return added;
}

export async function changeAction(org: TestOrganisation, { id, actionId }: Parsed<typeof api.updateAction>['params'], more: object) {
  const { actions } = await getProject(org, id);
  const version = actions.find((one) => one.id === actionId)?.version ?? 0;
  return org.call(api.updateAction, { params: { id, actionId }, body: { version, ...more } });
}

export async function move(org: TestOrganisation, id: string, body: Move) {
  const { version } = await getProject(org, id);
  return org.call(api.moveProject, { params: { id }, body: { version, ...body } });
}

export async function refusedMove(org: TestOrganisation, id: string, body: Move) {
  const { version } = await getProject(org, id);
  return org.refusal(api.moveProject, { params: { id }, body: { version, ...body } });
}
