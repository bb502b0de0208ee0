import { useSyncExternalStore } from 'react';
import type { Locale } from '@zhiheng/contract/values/text';
import { getLocale, setLocale } from '../paraglide/runtime.js';

const listeners = new Set<() => void>();

/** The language of the page: the one chosen last, else the browser's. */
export const currentLocale = (): Locale => getLocale();

export function changeLocale(locale: Locale): void {
  if (locale === getLocale()) return;
  void setLocale(locale, { reload: false });
  markDocument();
  for (const listener of listeners) listener();
}

/** Tells screen readers and hyphenation which language the page speaks. */
export function markDocument(): void {
  document.documentElement.lang = currentLocale() === 'zh' ? 'zh-CN' : 'en';
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Re-renders with the language. Words are plain functions, so whoever shows them is keyed by the language at its root. */
export const useLocale = (): Locale => useSyncExternalStore(subscribe, currentLocale);
