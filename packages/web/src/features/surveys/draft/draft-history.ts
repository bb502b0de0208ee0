/** What was, what is, and what was taken back. */
export interface History<T> {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
  /** what was changed last: changes of the same thing in a row are one step */
  readonly touched: string | null;
}

const longest = 200;

export const historyOf = <T>(present: T): History<T> => ({ past: [], present, future: [], touched: null });

/** The next state. `touched` names what is being typed at, so that a word is taken back as a whole; null is always a step of its own. */
export function changed<T>(history: History<T>, present: T, touched: string | null): History<T> {
  if (present === history.present) return history;
  const goesOn = touched !== null && touched === history.touched;
  const past = goesOn ? history.past : [...history.past, history.present].slice(-longest);
  return { past, present, future: [], touched };
}

export function undone<T>(history: History<T>): History<T> {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  return { past: history.past.slice(0, -1), present: before, future: [history.present, ...history.future], touched: null };
}

export function redone<T>(history: History<T>): History<T> {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, history.present], present: next, future, touched: null };
}
