import type { deleteProject as endpoint, Project } from '@zhiheng/contract/improvement/projects';
import type { Parsed } from '@zhiheng/contract/endpoint';
import { putAway, takeOut } from '../../../platform/database/trash.ts';
import type { Call, Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { entityOf } from './project-rows.ts';
import { lockRecord } from './read-project.ts';

export async function deleteProject(call: Call, { params }: Pick<Parsed<typeof endpoint>, 'params'>): Promise<{ ok: true }> {
  const project = await lockRecord(call, params.id);
  await putAway(call, 'improvement_project', params.id);
  await recordEvent(call, { type: 'project.deleted', entity: entityOf(project) });
  return { ok: true };
}

/** Brings a project back from the trash in the state that it had. */
export async function restoreProject(operation: Operation, id: string): Promise<void> {
  const restored = await takeOut<Pick<Project, 'id' | 'number' | 'title'>>(operation, 'improvement_project', id);
  await recordEvent(operation, { type: 'project.restored', entity: entityOf(restored) });
}
