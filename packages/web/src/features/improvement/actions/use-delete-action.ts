import { useMutation } from '@tanstack/react-query';
import { deleteAction } from '@zhiheng/contract/improvement/projects';
import { call } from '../../../lib/call.ts';
import { m } from '../../../paraglide/messages.js';

export const useDeleteAction = (id: string) =>
  useMutation({
    mutationFn: (actionId: string) => call(deleteAction, { params: { id, actionId } }),
    meta: { done: m.improvement_action_deleted() },
  });
