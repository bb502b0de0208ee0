import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ServiceCase } from '@zhiheng/contract/cases/case';
import { getCase, updateCase } from '@zhiheng/contract/cases/cases';
import { ProblemError } from '@zhiheng/contract/call';
import type { CallInput } from '@zhiheng/contract/endpoint';
import { useState } from 'react';
import { call } from '../../../lib/call.ts';
import { problemWords } from '../../../lib/problem-words.ts';
import { showToast } from '../../../lib/toast.ts';

export type CaseChange = Omit<NonNullable<CallInput<typeof updateCase>['body']>, 'version'>;

/** One save: what changes, and the case as it was read when the change was begun. */
export interface Save {
  readonly base: ServiceCase;
  readonly change: CaseChange;
  readonly onSaved?: (saved: ServiceCase) => void;
}
/** Somebody else saved first: what was wanted, and what is there now. */
export interface Conflict {
  readonly save: Save;
  readonly newest: ServiceCase;
}

const isOvertaken = (error: unknown): boolean => error instanceof ProblemError && error.problem.code === 'changed_meanwhile';

/** Saves a case; when somebody else was first, keeps what was typed and shows both. */
export function useSaveCase() {
  const client = useQueryClient();
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const keep = (saved: ServiceCase) => {
    for (const id of [saved.id, saved.number]) client.setQueryData(['cases', 'one', id], saved);
  };
  const mutation = useMutation({
    mutationFn: ({ base, change }: Save) => call(updateCase, { params: { id: base.id }, body: { ...change, version: base.version } }),
    meta: { showsError: true },
    onError: async (error, save) => {
      if (!isOvertaken(error)) return showToast({ tone: 'bad', words: problemWords(error) });
      const newest = await call(getCase, { params: { id: save.base.id } });
      keep(newest);
      setConflict({ save, newest });
    },
    onSuccess: (saved, { onSaved }) => {
      keep(saved);
      setConflict(null);
      onSaved?.(saved);
    },
  });
  return {
    save: (one: Save) => mutation.mutate(one),
    pending: mutation.isPending,
    error: isOvertaken(mutation.error) ? null : mutation.error,
    conflict,
    /** saves mine on top of what is there now */
    insist: () => (conflict === null ? undefined : mutation.mutate({ ...conflict.save, base: conflict.newest })),
    yield: () => setConflict(null),
  };
}
export type SaveCase = ReturnType<typeof useSaveCase>;
