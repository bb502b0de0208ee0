import * as projects from '@zhiheng/contract/improvement/projects';
import { bind, type Binder } from '../../platform/http/bind.ts';
import { createAction } from './actions/create-action.ts';
import { deleteAction } from './actions/delete-action.ts';
import { updateAction } from './actions/update-action.ts';
import { createProject } from './projects/create-project.ts';
import { deleteProject } from './projects/delete-project.ts';
import { exportProjects } from './projects/export-projects.ts';
import { listProjects } from './projects/list-projects.ts';
import { moveProject } from './projects/move-project.ts';
import { findProject } from './projects/read-project.ts';
import { updateProject } from './projects/update-project.ts';
import type { VerdictSource } from './projects/verdict-source.ts';

/** `verdicts`: what was registered and found out about the effect of a project, which stands above. */
export function bindImprovement(binder: Binder, verdicts: VerdictSource): void {
  bind(binder, projects.listProjects, listProjects);
  bind(binder, projects.exportProjects, exportProjects);
  bind(binder, projects.getProject, (call, { params }) => findProject(call, params.id, verdicts));
  bind(binder, projects.createProject, createProject(verdicts));
  bind(binder, projects.updateProject, updateProject(verdicts));
  bind(binder, projects.moveProject, moveProject(verdicts));
  bind(binder, projects.deleteProject, deleteProject);
  bind(binder, projects.createAction, createAction(verdicts));
  bind(binder, projects.updateAction, updateAction(verdicts));
  bind(binder, projects.deleteAction, deleteAction(verdicts));
}
