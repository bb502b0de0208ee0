import type { Project } from '@zhiheng/contract/improvement/projects';
import type { Operation } from '../../../platform/operation.ts';
import { readRecord } from './read-project.ts';

type ForVerification = Pick<
  Project,
  'id' | 'number' | 'title' | 'state' | 'indicatorCode' | 'targetValue' | 'startOn' | 'dueOn' | 'findingIds' | 'causes'
>;

/** What a verification must know of the project whose effect it is to judge; throws 404 when there is none. */
export async function projectForVerification(operation: Operation, projectId: string): Promise<ForVerification> {
  const { id, number, title, state, indicatorCode, targetValue, startOn, dueOn, findingIds, causes } = await readRecord(
    operation,
    projectId,
  );
  return { id, number, title, state, indicatorCode, targetValue, startOn, dueOn, findingIds, causes };
}
