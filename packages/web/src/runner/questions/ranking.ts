import {
  runner_rank_add,
  runner_rank_down,
  runner_rank_empty,
  runner_rank_left,
  runner_rank_out,
  runner_rank_up,
} from '../../paraglide/messages.js';
import type { Option, QuestionOf } from '@zhiheng/forms/definition';
import type { ShownQuestion } from '@zhiheng/forms/answers';
import { flag, html, type Markup } from '../html.ts';
import { optionsOf, type View } from '../view.ts';

/** What is in order so far stands above, the rest below: nothing has a place before somebody gave it one. */
export function ranking(view: View, question: QuestionOf<'ranking'>, shown: ShownQuestion): Markup {
  const options = optionsOf(view, question, shown);
  const order = orderOf(view, question.key);
  const placed = order.map((key) => options.find((option) => option.key === key)).filter((option) => option !== undefined);
  const left = options.filter(({ key }) => !order.includes(key));
  return html`${
    placed.length === 0
      ? html`<p class="rank-empty" data-key="empty">${runner_rank_empty({}, view.speech)}</p>`
      : html`<ol class="ranked" data-key="ranked">
          ${placed.map((option, at) => rankedRow(view, option, { at, count: placed.length }))}
        </ol>`
  }
  ${
    left.length === 0
      ? null
      : html`<p class="rank-left" data-key="left">${runner_rank_left({ n: left.length }, view.speech)}</p>
          <ul class="unranked" data-key="unranked">
            ${left.map((option) => unrankedRow(view, option))}
          </ul>`
  }`;
}

export const orderOf = (view: Pick<View, 'answer'>, key: string): readonly string[] => {
  const answer = view.answer(key);
  return typeof answer === 'object' && answer !== null ? answer : [];
};

interface Tool {
  readonly does: 'up' | 'down' | 'out';
  readonly name: string;
  readonly sign: string;
  readonly off?: boolean;
}

function rankedRow(view: View, option: Option, { at, count }: { readonly at: number; readonly count: number }): Markup {
  const words = view.text(option.text);
  const tools: readonly Tool[] = [
    { does: 'up', name: runner_rank_up({ option: words }, view.speech), sign: '↑', off: at === 0 },
    { does: 'down', name: runner_rank_down({ option: words }, view.speech), sign: '↓', off: at === count - 1 },
    { does: 'out', name: runner_rank_out({ option: words }, view.speech), sign: '×' },
  ];
  return html`<li class="ranked-row" data-key="${option.key}" data-option="${option.key}">
    <span class="grip" data-grip aria-hidden="true"></span><span class="place">${at + 1}</span><span class="rank-text">${words}</span>
    ${tools.map(
      ({ does, name, sign, off = false }) =>
        html`<button type="button" class="tool" data-do="rank-${does}" value="${option.key}" aria-label="${name}" ${flag('disabled', off)}>
          ${sign}
        </button>`,
    )}
  </li>`;
}

function unrankedRow(view: View, option: Option): Markup {
  const words = view.text(option.text);
  return html`<li data-key="${option.key}">
    <button
      type="button"
      class="unranked-button"
      data-do="rank-in"
      value="${option.key}"
      aria-label="${runner_rank_add({ option: words }, view.speech)}"
    >
      <span class="plus" aria-hidden="true">+</span><span>${words}</span>
    </button>
  </li>`;
}
