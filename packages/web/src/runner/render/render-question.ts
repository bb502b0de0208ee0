import { runner_required } from '../../paraglide/messages.js';
import type { Question } from '@zhiheng/forms/definition';
import type { ShownQuestion } from '@zhiheng/forms/answers';
import { attribute, html, type Markup } from '../html.ts';
import { clearButton, howMany, multiple, single } from '../questions/choice.ts';
import { file } from '../questions/file.ts';
import { points } from '../questions/points.ts';
import { ranking } from '../questions/ranking.ts';
import { kano, matrix, pair } from '../questions/rows.ts';
import { fixedScale, scaleSteps } from '../questions/scale.ts';
import { date, number, text } from '../questions/written.ts';
import type { View } from '../view.ts';
import { faultLine } from './fault-line.ts';

/** A question with its words, its answers and what is wrong with them. */
export function renderQuestion(view: View, question: Question, shown: ShownQuestion): Markup {
  if (question.type === 'note')
    return html`<div class="card note" data-key="${question.key}">${paragraphs(view.text(question.text))}</div>`;
  const body = bodyOf(view, question, shown);
  return isOneInput(question) ? labelled(view, question, body) : grouped(view, question, body);
}

type Asking = Exclude<Question, { type: 'note' }>;

export const paragraphs = (words: string): readonly Markup[] =>
  words
    .split(/\n{2,}/)
    .filter((part) => part.trim() !== '')
    .map((part) => html`<p class="words">${part}</p>`);

function bodyOf(view: View, question: Asking, shown: ShownQuestion): Markup {
  switch (question.type) {
    case 'single':
      return single(view, question, shown);
    case 'multiple':
      return multiple(view, question, shown);
    case 'ranking':
      return ranking(view, question, shown);
    case 'text':
      return text(view, question);
    case 'number':
      return number(view, question);
    case 'date':
      return date(view, question);
    case 'file':
      return file(view, question);
    default:
      return numbered(view, question, shown);
  }
}

type Numbered = Extract<Asking, { type: 'scale' | 'matrix' | 'nps' | 'ces' | 'kano' | 'pair' | 'points' }>;

function numbered(view: View, question: Numbered, shown: ShownQuestion): Markup {
  switch (question.type) {
    case 'scale':
      return scaleSteps(view, { field: question.key, scale: question.scale });
    case 'nps':
    case 'ces':
      return scaleSteps(view, { field: question.key, scale: fixedScale(view, question) });
    case 'matrix':
      return matrix(view, question, shown);
    case 'pair':
      return pair(view, question, shown);
    case 'kano':
      return kano(view, question, shown);
    case 'points':
      return points(view, question, shown);
    default:
      return question satisfies never;
  }
}

const isOneInput = ({ type }: Asking): boolean => type === 'text' || type === 'number' || type === 'date';

const isDropdown = (question: Asking): boolean => question.type === 'single' && question.look === 'dropdown';

/** One choice among buttons: a group of radio buttons may be required and wrong as a whole. */
const isRadioGroup = (question: Asking): boolean =>
  (question.type === 'single' && !isDropdown(question)) ||
  question.type === 'nps' ||
  question.type === 'ces' ||
  (question.type === 'scale' && question.scale.look !== 'slider');

function askWords(view: View, question: Asking): Markup {
  const at = view.number(question.key);
  return html`<span class="ask-words"
    >${at === null ? null : html`<span class="number">${at}.</span> `}${view.text(question.text)}${
      question.required
        ? html`<span class="must" aria-hidden="true"> *</span><span class="visually-hidden"> ${runner_required({}, view.speech)}</span>`
        : null
    }</span
  >`;
}

function helpLine(view: View, question: Asking): Markup | null {
  const limits = question.type === 'multiple' ? howMany(view, question) : null;
  const own = question.help === undefined ? null : view.text(question.help);
  if (own === null && limits === null) return null;
  return html`<p class="help" id="${view.id(`${question.key}-help`)}">${[own, limits].filter((part) => part !== null).join(' ')}</p>`;
}

function labelled(view: View, question: Asking, body: Markup): Markup {
  return html`<div class="card question" data-question="${question.key}" data-key="${question.key}">
    <label class="ask" for="${view.id(question.key)}">${askWords(view, question)}</label>
    ${helpLine(view, question)} ${body} ${faultLine(view, question.key)}
  </div>`;
}

/** Ids of what says more about a question. */
function describedBy(view: View, key: string, hasHelp: boolean): Markup {
  const ids = [hasHelp ? view.id(`${key}-help`) : null, view.faultAt(key) === null ? null : view.id(`${key}-fault`)];
  const said = ids.filter((id) => id !== null).join(' ');
  return attribute('aria-describedby', said === '' ? null : said);
}

/** A group of other things than radio buttons can be neither required nor wrong as a whole. */
function radioGroup(view: View, { key, required }: Asking): Markup {
  const wrong = view.faultAt(key) !== null;
  return html`${attribute('role', 'radiogroup')}${attribute('aria-required', required ? 'true' : null)}${attribute('aria-invalid', wrong ? 'true' : null)}`;
}

function grouped(view: View, question: Asking, body: Markup): Markup {
  const { key, required } = question;
  const help = helpLine(view, question);
  const radio = isRadioGroup(question);
  const clears = radio && !required && view.answer(key) !== null;
  return html`<fieldset
    class="card question"
    data-question="${key}"
    data-key="${key}"
    ${radio ? radioGroup(view, question) : null}${describedBy(view, key, help !== null)}
  >
    <legend class="ask" id="${view.id(`${key}-label`)}">${askWords(view, question)}</legend>
    ${help} ${body} ${clears ? clearButton(view, key) : null} ${faultLine(view, key)}
  </fieldset>`;
}
