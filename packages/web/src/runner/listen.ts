import { act } from './actions.ts';
import { dragRank } from './dom/drag-rank.ts';
import { readQuestion } from './dom/read-question.ts';
import { moveRank, orderAt } from './rank-moves.ts';
import type { Runner } from './runner.ts';
import { upload } from './upload.ts';
import { questionOf } from './view.ts';

/** Hears everything that happens below the root; returns how to stop. */
export function listen(runner: Runner, root: HTMLElement): () => void {
  const stop = new AbortController();
  const on = <K extends keyof HTMLElementEventMap>(type: K, hear: (event: HTMLElementEventMap[K], target: Element) => void): void =>
    root.addEventListener(type, (event) => event.target instanceof Element && hear(event, event.target), { signal: stop.signal });
  on('input', (_, target) => hearInput(runner, target));
  on('change', (_, target) => hearChange(runner, target));
  // What was written is drawn as it was understood once the cursor has left it.
  on('focusout', () => queueMicrotask(() => runner.draw()));
  on('click', (_, target) => act(runner, target.closest('[data-do]')));
  on('paste', () => runner.notePaste());
  on('pointerdown', (event, target) => grip(runner, event, target));
  on('pointerup', (_, target) => touchRange(runner, target));
  on('keydown', (event, target) => hearKey(runner, event, target));
  on('submit', (event) => {
    event.preventDefault();
    runner.next();
  });
  return () => stop.abort();
}

function hearInput(runner: Runner, target: Element): void {
  if (target instanceof HTMLInputElement && target.type === 'range') target.removeAttribute('data-empty');
  readAround(runner, target);
}

function hearChange(runner: Runner, target: Element): void {
  if (target instanceof HTMLSelectElement && target.dataset['do'] === 'language') return runner.speak(target.value);
  if (!(target instanceof HTMLInputElement)) return;
  if (target.dataset['do'] === 'consent') return runner.agree(target.checked);
  const field = target.dataset['upload'];
  if (field === undefined) return;
  for (const file of target.files ?? []) void upload(runner, field, file);
  target.value = '';
}

/** Reads the question around an input that somebody has changed. */
export function readAround(runner: Runner, target: Element): void {
  const element = target.closest('[data-question]');
  const question = questionOf(runner.state.run.form, element?.getAttribute('data-question') ?? '');
  if (element === null || question === null) return;
  excludeOthers(question.type === 'multiple' ? question.alone : undefined, target, element);
  takeBackRange(target, element);
  runner.answer(readQuestion(runner.state.run.form, question, element));
}

/** "None of these" takes the other marks away, and any other mark takes it away. */
function excludeOthers(alone: string | undefined, target: Element, element: Element): void {
  if (alone === undefined || !(target instanceof HTMLInputElement) || target.type !== 'checkbox' || !target.checked) return;
  for (const box of element.querySelectorAll<HTMLInputElement>('input[type="checkbox"]'))
    if (box !== target && (target.value === alone || box.value === alone)) box.checked = false;
}

/** "Not applicable" beside a slider: either is the answer, never both. */
function takeBackRange(target: Element, element: Element): void {
  if (!(target instanceof HTMLInputElement)) return;
  const row = target.closest('.row') ?? element;
  if (target.type === 'range') row.querySelector<HTMLInputElement>('.na input')?.removeAttribute('checked');
  for (const box of row.querySelectorAll<HTMLInputElement>('.na input[type="checkbox"]')) if (target.type === 'range') box.checked = false;
  if (target.value === 'na' && target.type === 'checkbox') row.querySelector('[data-range]')?.setAttribute('data-empty', '');
}

/** A touch that leaves the slider where it stood is an answer too. */
function touchRange(runner: Runner, target: Element): void {
  if (target instanceof HTMLInputElement && target.hasAttribute('data-empty')) hearInput(runner, target);
}

function hearKey(runner: Runner, event: KeyboardEvent, target: Element): void {
  if (target instanceof HTMLInputElement && target.type === 'range' && event.key === ' ') {
    event.preventDefault();
    return touchRange(runner, target);
  }
  const row = target.closest('[data-option]');
  const way = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (row === null || way === undefined) return;
  event.preventDefault();
  const { order, option } = orderAt(runner, row);
  moveRank(runner, row, order.indexOf(option) + way);
}

function grip(runner: Runner, event: PointerEvent, target: Element): void {
  const row = target.closest('[data-grip]')?.closest('[data-option]') ?? null;
  const list = row?.parentElement ?? null;
  if (row === null || list === null) return;
  dragRank(event, { list, option: row.getAttribute('data-option') ?? '', onPlace: (place) => moveRank(runner, row, place) });
}
