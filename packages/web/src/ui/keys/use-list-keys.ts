import { useMemo, useRef, type RefObject } from 'react';
import { useKeys } from './use-keys.ts';

/** By the key pressed; gets the id of the row under the cursor, if there is one. */
type ListKeys = Readonly<Record<string, (id: string | null) => void>>;

const rowsOf = (list: HTMLElement | null): HTMLElement[] => [...(list?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
const rowUnderFocus = (): HTMLElement | null => document.activeElement?.closest<HTMLElement>('[data-row]') ?? null;

/** Moves the focus through a list by j and k, and runs what the other letters mean. The focus is the cursor: what is read out is what is worked on. */
export function useListKeys(list: RefObject<HTMLElement | null>, keys: ListKeys): void {
  const place = useRef(-1);
  const bound = useMemo(() => {
    const step = (by: number) => () => {
      const rows = rowsOf(list.current);
      const focused = rowUnderFocus();
      // A row that left the list leaves its place to the next one.
      const at = focused === null ? place.current - (by > 0 ? 1 : 0) : rows.indexOf(focused);
      place.current = Math.min(Math.max(at + by, 0), rows.length - 1);
      const row = rows[place.current];
      row?.querySelector<HTMLElement>('a')?.focus();
      row?.scrollIntoView({ block: 'nearest' });
    };
    const onRow = (run: ListKeys[string]) => () => {
      const focused = rowUnderFocus();
      if (focused !== null) place.current = rowsOf(list.current).indexOf(focused);
      run?.(focused?.dataset['row'] ?? null);
    };
    const own = Object.entries(keys).map(([key, run]) => [key, onRow(run)] as const);
    return { j: step(1), ArrowDown: step(1), k: step(-1), ArrowUp: step(-1), ...Object.fromEntries(own) };
  }, [list, keys]);
  useKeys(bound);
}
