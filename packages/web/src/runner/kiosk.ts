import type { Runner } from './runner.ts';

/** So long a warning stands before the answers of somebody who went away are cleared. */
const warning = 10;
/** So long the thanks stand. */
const thanks = 8;

/** On a device for many people: starts anew for the next one when nobody touches it. Returns how to stop. */
export function watchKiosk(runner: Runner, root: HTMLElement): () => void {
  const stop = new AbortController();
  let touched = Date.now();
  const touch = () => {
    touched = Date.now();
    if (runner.state.countdown !== null) runner.set({ countdown: null });
  };
  for (const type of ['pointerdown', 'keydown', 'input'] as const) root.addEventListener(type, touch, { signal: stop.signal });
  root.addEventListener('pointerdown', () => void fillScreen(root), { signal: stop.signal, once: true });
  const timer = setInterval(() => {
    const idle = (Date.now() - touched) / 1000;
    const change = turnOf(runner, idle);
    if (change === 'restart') {
      touched = Date.now();
      runner.restart();
    } else if (change !== runner.state.countdown) runner.set({ countdown: change });
    if (change !== null && change !== 'restart') root.querySelector<HTMLElement>('.countdown button')?.focus();
  }, 500);
  return () => {
    clearInterval(timer);
    stop.abort();
  };
}

/** What the clock asks for: nothing, seconds to warn of, or the next person. */
function turnOf({ state, view }: Runner, idle: number): number | 'restart' | null {
  if (state.stage.kind === 'ended') return idle >= Math.min(thanks, state.run.resetSeconds) ? 'restart' : null;
  const begun = Object.keys(state.answers).length > 0 || state.consent || view.pageAt > 0 || state.uploads.length > 0;
  if (!begun) return null;
  const left = Math.ceil(state.run.resetSeconds - idle);
  if (left <= 0) return 'restart';
  return left <= Math.min(warning, state.run.resetSeconds / 2) ? left : null;
}

/** A browser that does not want to stays as it is. */
const fillScreen = (root: HTMLElement): Promise<unknown> => root.ownerDocument.documentElement.requestFullscreen().catch(() => undefined);
