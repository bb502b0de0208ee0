import { useSyncExternalStore } from 'react';

const media = () => globalThis.matchMedia('(max-width: 768px)');

function subscribe(listener: () => void): () => void {
  const query = media();
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

/** Whether the screen is a phone's: for pages that are laid out differently there, where styles alone do not do. */
export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => media().matches);
