import { useSyncExternalStore } from 'react';
import type { Theme } from '@zhiheng/contract/identity/sign-in';

// The same name as in build/theme-boot.mjs, which sets the theme before the first paint.
const storageKey = 'zhiheng-theme';
const listeners = new Set<() => void>();
const systemDark = () => globalThis.matchMedia('(prefers-color-scheme: dark)');

export function currentTheme(): Theme {
  const chosen = document.documentElement.dataset.theme;
  return chosen === 'light' || chosen === 'dark' ? chosen : 'system';
}

export function changeTheme(theme: Theme): void {
  if (theme === 'system') {
    delete document.documentElement.dataset.theme;
    localStorage.removeItem(storageKey);
  } else {
    document.documentElement.dataset.theme = theme;
    localStorage.setItem(storageKey, theme);
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  const media = systemDark();
  listeners.add(listener);
  media.addEventListener('change', listener);
  return () => {
    listeners.delete(listener);
    media.removeEventListener('change', listener);
  };
}

/** What the person chose. */
export const useTheme = (): Theme => useSyncExternalStore(subscribe, currentTheme);

const shownTheme = (): 'light' | 'dark' => {
  const theme = currentTheme();
  if (theme !== 'system') return theme;
  return systemDark().matches ? 'dark' : 'light';
};
/** What is on the screen, for libraries that need real colours. */
export const useShownTheme = (): 'light' | 'dark' => useSyncExternalStore(subscribe, shownTheme);
