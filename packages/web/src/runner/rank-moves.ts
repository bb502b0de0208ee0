import { runner_rank_news } from '../paraglide/messages.js';
import type { Runner } from './runner.ts';
import { orderOf } from './questions/ranking.ts';
import { questionOf } from './view.ts';

interface RankAt {
  readonly question: string;
  readonly option: string;
  readonly order: readonly string[];
}

/** The order that a row or button stands in. */
export function orderAt(runner: Runner, element: Element): RankAt {
  const question = element.closest('[data-question]')?.getAttribute('data-question') ?? '';
  const option = element.getAttribute('data-option') ?? (element instanceof HTMLButtonElement ? element.value : '');
  return { question, option, order: orderOf(runner.view, question) };
}

/** Puts an option at a place, counted without itself; beyond the ends it stays at the end. */
export function moveRank(runner: Runner, element: Element, place: number): void {
  const { question, option, order } = orderAt(runner, element);
  const others = order.filter((one) => one !== option);
  const at = Math.min(Math.max(place, 0), others.length);
  if (order.indexOf(option) === at) return;
  setOrder(runner, { question, option, order: others.toSpliced(at, 0, option) });
}

export function takeOutOfOrder(runner: Runner, element: Element): void {
  const { question, option, order } = orderAt(runner, element);
  setOrder(runner, { question, option, order: order.filter((one) => one !== option) });
}

function setOrder(runner: Runner, { question, option, order }: RankAt): void {
  runner.answer(new Map([[question, order.length === 0 ? null : order]]));
  const { speech, text, form } = runner.view;
  const asked = questionOf(form, question);
  const words = asked !== null && 'options' in asked ? asked.options.find(({ key }) => key === option)?.text : undefined;
  const at = order.indexOf(option) + 1;
  const news = at === 0 || words === undefined ? '' : runner_rank_news({ option: text(words), at, count: order.length }, speech);
  runner.set({ news });
}
