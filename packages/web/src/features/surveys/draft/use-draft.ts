import type { Survey } from '@zhiheng/contract/surveys/surveys';
import { saveSurvey } from '@zhiheng/contract/surveys/surveys';
import { useEffect, useSyncExternalStore } from 'react';
import { call } from '../../../lib/call.ts';
import { queryClient } from '../../../lib/query-client.ts';
import { surveyQuery } from '../surveys.query.ts';
import { DraftStore, type DraftView } from './draft-store.ts';

const stores = new Map<string, DraftStore>();

function storeOf(survey: Survey): DraftStore {
  const known = stores.get(survey.id);
  if (known !== undefined) return known;
  const store = new DraftStore(survey, async (form, version) => {
    const saved = await call(saveSurvey, { params: { id: survey.id }, body: { version, form } });
    queryClient.setQueryData(surveyQuery(survey.id).queryKey, saved);
    return saved;
  });
  stores.set(survey.id, store);
  return store;
}

/** Sends what waits, before something is done on the server with the draft. */
export const flushDraft = (id: string): Promise<void> => stores.get(id)?.flush() ?? Promise.resolve();

/** The draft of a survey with its steps to take back; saved by itself. */
export function useDraft(survey: Survey): { readonly store: DraftStore } & DraftView {
  const store = storeOf(survey);
  const view = useSyncExternalStore(store.subscribe, store.view);
  useEffect(() => store.adopt(survey), [store, survey]);
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
