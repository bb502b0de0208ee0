import { useEffect } from 'react';

/** By the key pressed, with capitals as they are typed. */
export type Keys = Readonly<Record<string, () => void>>;

const typing = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('input:not([type=checkbox]), textarea, select, [contenteditable], [role=dialog], [role=listbox]') !== null;

/** Escape gives the keys back to the page. What stands in a dialog closes the dialog. */
function leaveSearch(target: EventTarget | null): void {
  if (target instanceof HTMLInputElement && target.type === 'search' && target.closest('[role=dialog]') === null) target.blur();
}

/** Runs what a key means on this page, unless somebody is typing or a dialog is open. */
export function useKeys(keys: Keys): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') leaveSearch(event.target);
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || typing(event.target)) return;
      const run = keys[event.key];
      if (run === undefined) return;
      event.preventDefault();
      // The search of the whole house listens to "/" as well.
      event.stopPropagation();
      run();
    };
    globalThis.addEventListener('keydown', onKey, { capture: true });
    return () => globalThis.removeEventListener('keydown', onKey, { capture: true });
  }, [keys]);
}
