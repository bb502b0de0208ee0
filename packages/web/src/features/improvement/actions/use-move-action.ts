import { useMutation } from '@tanstack/react-query';
import { updateAction, type ProjectAction } from '@zhiheng/contract/improvement/projects';
import type { ActionState } from '@zhiheng/contract/improvement/project-kind';
import { call } from '../../../lib/call.ts';

interface Move {
  readonly action: ProjectAction;
  readonly to: ActionState;
}

/** Says how far an action is. */
export const useMoveAction = (id: string) =>
  useMutation({
    mutationFn: ({ action: { id: actionId, version }, to }: Move) =>
      call(updateAction, { params: { id, actionId }, body: { version, state: to } }),
  });
