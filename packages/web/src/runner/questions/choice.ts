import { runner_choose, runner_clear, runner_multiple_least, runner_multiple_most, runner_write } from '../../paraglide/messages.js';
import type { Option, QuestionOf } from '@zhiheng/forms/definition';
import type { ShownQuestion } from '@zhiheng/forms/answers';
import { flag, html, type Markup } from '../html.ts';
import { optionsOf, type View } from '../view.ts';

type Choice = QuestionOf<'single' | 'multiple'>;

export function single(view: View, question: QuestionOf<'single'>, shown: ShownQuestion): Markup {
  if (question.look === 'dropdown') return dropdown(view, question, shown);
  return html`<div class="options">${optionsOf(view, question, shown).map((option) => optionRow(view, question, option))}</div>`;
}

export function multiple(view: View, question: QuestionOf<'multiple'>, shown: ShownQuestion): Markup {
  return html`<div class="options">${optionsOf(view, question, shown).map((option) => optionRow(view, question, option))}</div>`;
}

/** How many may be chosen, where that is limited. */
export function howMany({ speech }: View, { least, most }: QuestionOf<'multiple'>): string | null {
  const words = [
    least === undefined || least === 0 ? null : runner_multiple_least({ least }, speech),
    most === undefined ? null : runner_multiple_most({ most }, speech),
  ].filter((part) => part !== null);
  return words.length === 0 ? null : words.join(speech.locale === 'zh' ? '，' : ', ');
}

const isChosen = (view: View, { key }: Choice, option: string): boolean => {
  const answer = view.answer(key);
  return typeof answer === 'object' && answer !== null ? answer.includes(option) : answer === option;
};

function optionRow(view: View, question: Choice, option: Option): Markup {
  const chosen = isChosen(view, question, option.key);
  const kind = question.type === 'single' ? 'radio' : 'checkbox';
  return html`<label class="option" data-key="${option.key}"
      ><input type="${kind}" name="${question.key}" value="${option.key}" ${flag('checked', chosen)} /><span
        >${view.text(option.text)}</span
      ></label
    >${option.write === true && chosen ? written(view, question, option) : null}`;
}

function written(view: View, { key }: Choice, option: Option): Markup {
  const field = `${key}.${option.key}`;
  return html`<input
    type="text"
    class="line write"
    data-key="write-${option.key}"
    name="${field}"
    value="${textAt(view, field)}"
    maxlength="2000"
    aria-label="${runner_write({ option: view.text(option.text) }, view.speech)}"
    placeholder="${runner_write({ option: view.text(option.text) }, view.speech)}"
  />`;
}

const textAt = (view: View, field: string): string => String(view.answer(field) ?? '');

function dropdown(view: View, question: QuestionOf<'single'>, shown: ShownQuestion): Markup {
  const options = optionsOf(view, question, shown);
  const write = options.find(({ key, write: asks }) => asks === true && isChosen(view, question, key));
  return html`<select
      class="line"
      id="${view.id(question.key)}"
      name="${question.key}"
      aria-labelledby="${view.id(`${question.key}-label`)}"
    >
      <option value="">${runner_choose({}, view.speech)}</option>
      ${options.map(
        ({ key, text }) => html`<option value="${key}" ${flag('selected', isChosen(view, question, key))}>${view.text(text)}</option>`,
      )}</select
    >${write === undefined ? null : written(view, question, write)}`;
}

/** Radio buttons cannot be taken back by themselves. */
export const clearButton = (view: View, key: string): Markup =>
  html`<button type="button" class="plain clear" data-do="clear" value="${key}">${runner_clear({}, view.speech)}</button>`;
