import { setUp, setupState } from '@zhiheng/contract/packs/packs';
import type { Reply } from '@zhiheng/contract/endpoint';
import { useEffect, useState } from 'react';
import { call } from '../../../lib/call.ts';
import { currentLocale } from '../../../lib/locale.ts';
import { useTask } from '../../../lib/use-task.ts';
import { bodyOf, complaintOf, emptyDraft, problemsOf, steps, type Draft, type DraftField } from './draft.ts';

export type SetupState = Reply<typeof setupState>;

/** `/setup#<token>`: the token stays in the hash, so that it reaches no log on the way. */
const tokenOf = (hash: string): string => hash.replace(/^#(token=)?/, '');

/** The draft, the step one is at, and the one call at the end. */
export function useSetup() {
  const [draft, setDraft] = useState(emptyDraft);
  const [place, setPlace] = useState(0);
  const [problems, setProblems] = useState<ReadonlyMap<DraftField, string>>(new Map());
  const { state, error: loadError } = useSetupState();
  const task = useTask();
  const step = steps[place] ?? 'organisation';
  const token = tokenOf(globalThis.location.hash);

  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const finish = async () => {
    try {
      await call(setUp, { body: bodyOf(draft, token, currentLocale()) });
      globalThis.location.assign('/app/board');
    } catch (error) {
      const complaint = complaintOf(error);
      if (complaint === null) throw error;
      setPlace(steps.indexOf(complaint.step));
      setProblems(new Map([[complaint.field, complaint.words]]));
    }
  };
  const forward = () => {
    if (task.pending) return;
    const found = problemsOf(step, draft);
    setProblems(found);
    if (found.size > 0) return;
    if (step === 'demo') task.run(finish);
    else setPlace(place + 1);
  };
  const back = () => {
    task.clear();
    setProblems(new Map());
    setPlace(place - 1);
  };
  const error = loadError ?? task.error;
  return { draft, change, step, place, problems, forward, back, state, error, pending: task.pending, hasToken: token !== '' };
}

function useSetupState(): { readonly state: SetupState | null; readonly error: unknown } {
  const [state, setState] = useState<SetupState | null>(null);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    call(setupState).then(setState, setError);
  }, []);
  return { state, error };
}
