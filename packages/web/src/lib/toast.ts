import { useSyncExternalStore } from 'react';

export interface Toast {
  readonly id: number;
  readonly tone: 'good' | 'bad';
  readonly words: string;
  /** 撤销: offered as long as the toast stands */
  readonly undo?: { readonly label: string; readonly run: () => void };
}

let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function publish(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

/** Says what happened, without taking the focus. */
export function showToast(toast: Omit<Toast, 'id'>): void {
  lastId += 1;
  publish([...toasts.slice(-2), { ...toast, id: lastId }]);
}

export function dismissToast(id: number): void {
  publish(toasts.filter((toast) => toast.id !== id));
}

/** Takes back what was done last, as long as its toast stands; false when there is nothing to take back. */
export function undoLast(): boolean {
  const last = toasts.findLast(({ undo }) => undo !== undefined);
  if (last === undefined) return false;
  dismissToast(last.id);
  last.undo?.run();
  return true;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useToasts = (): readonly Toast[] => useSyncExternalStore(subscribe, () => toasts);
