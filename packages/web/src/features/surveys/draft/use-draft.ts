import { useEffect, useSyncExternalStore } from 'react';
import type { DraftHome } from './draft-home.ts';
import { DraftStore, type DraftView } from './draft-store.ts';

const stores = new Map<string, DraftStore>();

function storeOf({ draft, send }: DraftHome): DraftStore {
  const known = stores.get(draft.id);
  if (known !== undefined) return known;
  const store = new DraftStore(draft, send);
  stores.set(draft.id, store);
  return store;
}

/** Sends what waits, before something is done on the server with the draft. */
export const flushDraft = (id: string): Promise<void> => stores.get(id)?.flush() ?? Promise.resolve();

/** The draft of a form with its steps to take back; saved by itself. */
export function useDraft(home: DraftHome): { readonly store: DraftStore } & DraftView {
  const store = storeOf(home);
  const view = useSyncExternalStore(store.subscribe, store.view);
  const { draft } = home;
  useEffect(() => store.adopt(draft), [store, draft]);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (store.view().save.kind !== 'saved') event.preventDefault();
    };
    globalThis.addEventListener('beforeunload', warn);
    return () => {
      globalThis.removeEventListener('beforeunload', warn);
      void store.flush();
    };
  }, [store]);
  return { store, ...view };
}
