/** What is looked after again and again: after how many milliseconds, and how. */
export type Sweep = readonly [milliseconds: number, sweep: () => Promise<void>];

/** Starts all of them; returns how to stop. */
export function startSweeps(sweeps: readonly Sweep[]): () => void {
  const timers = sweeps.map(([milliseconds, sweep]) => every(milliseconds, oneAtATime(sweep)));
  return () => {
    for (const timer of timers) clearInterval(timer);
  };
}

/** A sweep that fails is tried again at its next turn; the reason is reported. */
function every(milliseconds: number, sweep: () => Promise<void>): NodeJS.Timeout {
  return setInterval(() => void sweep().catch((error: unknown) => process.emitWarning(String(error))), milliseconds).unref();
}

/** A turn that comes while the last one is still at work is left out. */
function oneAtATime(sweep: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  return () => (running ??= sweep().finally(() => (running = null)));
}
