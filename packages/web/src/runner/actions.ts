import { readNumber } from './dom/read-question.ts';
import { moveRank, orderAt, takeOutOfOrder } from './rank-moves.ts';
import type { Runner } from './runner.ts';
import { removeUpload } from './upload.ts';
import { fieldsOf } from '@zhiheng/forms/fields';

type Action = (runner: Runner, button: Element) => void;

const valueOf = (button: Element): string => (button instanceof HTMLButtonElement ? button.value : '');

/** What the buttons do, by the name that stands in `data-do`. */
const actions: Readonly<Record<string, Action>> = {
  back: (runner) => runner.back(),
  clear: (runner, button) => clear(runner, valueOf(button)),
  retry: (runner) => void runner.flush(),
  restart: (runner) => runner.restart(),
  refuse: (runner) => runner.set({ refusing: true }),
  'refuse-no': (runner) => runner.set({ refusing: false }),
  'refuse-yes': (runner) => void runner.refuse(),
  'rank-in': (runner, button) => moveRank(runner, button, Infinity),
  'rank-up': (runner, button) => moveBy(runner, button, -1),
  'rank-down': (runner, button) => moveBy(runner, button, 1),
  'rank-out': takeOutOfOrder,
  'points-more': (runner, button) => addPoints(runner, button, Number(valueOf(button))),
  'points-less': (runner, button) => addPoints(runner, button, -Number(valueOf(button))),
  'file-remove': (runner, button) => removeUpload(runner, valueOf(button)),
};

/** Does what a button is for; null is a click beside all buttons. */
export function act(runner: Runner, button: Element | null): void {
  if (button !== null) actions[button.getAttribute('data-do') ?? '']?.(runner, button);
}

function clear(runner: Runner, question: string): void {
  const fields = fieldsOf(runner.state.run.form).filter((field) => field.question === question);
  runner.answer(new Map(fields.map(({ key }) => [key, null])));
}

function moveBy(runner: Runner, button: Element, way: number): void {
  const { order, option } = orderAt(runner, button);
  moveRank(runner, button, order.indexOf(option) + way);
}

function addPoints(runner: Runner, button: Element, step: number): void {
  const field = button.getAttribute('data-field') ?? '';
  const now = readNumber(String(runner.state.answers[field] ?? ''));
  runner.answer(new Map([[field, Math.max(0, (typeof now === 'number' ? now : 0) + step)]]));
}
