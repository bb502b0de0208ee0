import { useMutation } from '@tanstack/react-query';
import { m } from '../paraglide/messages.js';
import { showToast } from './toast.ts';

interface Deletion {
  readonly name: string;
  readonly remove: () => Promise<unknown>;
  readonly restore: () => Promise<unknown>;
}

/** Moves something to the trash at once and offers 撤销: better than asking first, because nothing is lost. */
export function useDeletion({ name, remove, restore }: Deletion) {
  const undo = useMutation({ mutationFn: restore, meta: { done: m.shell_restored({ name }) } });
  return useMutation({
    mutationFn: remove,
    onSuccess: () => {
      showToast({ tone: 'good', words: m.shell_in_trash({ name }), undo: { label: m.shell_undo(), run: () => undo.mutate() } });
    },
  });
}
