import {
  runner_back,
  runner_faults,
  runner_language,
  runner_next,
  runner_page_of,
  runner_powered,
  runner_queued,
  runner_sending,
  runner_spurned,
  runner_submit,
} from '../../paraglide/messages.js';
import { problemLine } from '../problem-line.ts';
import { attribute, flag, html, type Markup } from '../html.ts';
import type { RunnerState } from '../runner-state.ts';
import { isEmbedded, questionOf, viewOf, type View } from '../view.ts';
import { renderCountdown } from './render-countdown.ts';
import { renderMessage } from './render-message.ts';
import { renderQuestion } from './render-question.ts';
import { renderStart } from './render-start.ts';

/** Everything below the runner's root, as the server sends it and as the browser draws it again. `ready`: the script is there. */
export function renderRunner(state: RunnerState, ready: boolean): Markup {
  const view = viewOf(state);
  const asking = state.stage.kind === 'asking' || state.stage.kind === 'sending';
  const main = isEmbedded(state) ? 'div' : 'main';
  return html`${renderTop(view)}
    <${main} class="runner-main" data-key="${asking ? 'asking' : 'message'}">${asking ? renderAsking(view, ready) : renderMessage(view)}</${main}>
    ${renderFooter(view)}
    <p class="visually-hidden" aria-live="polite" data-key="news">${state.news}</p>
    ${state.countdown === null ? null : renderCountdown(view, state.countdown)}`;
}

function renderTop(view: View): Markup {
  const { run, language } = view.state;
  const header = isEmbedded(view.state) ? 'div' : 'header';
  return html`<${header} class="runner-top">
    <span class="organisation">${run.organisation}</span>
    ${
      view.form.languages.length < 2
        ? null
        : html`<select class="language" data-do="language" aria-label="${runner_language({}, view.speech)}">
            ${view.form.languages.map(
              (one) => html`<option value="${one}" lang="${one}" ${flag('selected', one === language)}>${nameOf(one)}</option>`,
            )}
          </select>`
    }
  </${header}>`;
}

/** A language by its own name: whoever looks for it may read no other. */
function nameOf(language: string): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
}

function renderAsking(view: View, ready: boolean): Markup {
  const { shown, page, pageAt } = view;
  const title = titleOf(view);
  const kiosk = view.state.run.mode === 'kiosk';
  return html`${pageAt === 0 ? renderStart(view) : html`<${view.heading} class="survey-title" data-key="title">${view.text(view.form.title)}</${view.heading}>`}
    ${renderProgress(view, title)}
    <form
      class="questions"
      method="dialog"
      novalidate
      data-key="page-${page?.key ?? ''}"
      ${attribute('autocomplete', kiosk ? 'off' : null)}
    >
      ${shown.pages.length > 1 || title === null ? null : html`<h2 class="page-title">${title}</h2>`} ${renderQuestions(view)}
      ${faultSum(view)} ${problemLine(view)} ${renderButtons(view, ready)}
    </form>`;
}

function titleOf(view: View): string | null {
  const words = view.form.pages.find(({ key }) => key === view.page?.key)?.title;
  return words === undefined ? null : view.text(words);
}

const renderQuestions = (view: View): readonly (Markup | null)[] =>
  (view.page?.questions ?? []).map((one) => {
    const question = questionOf(view.form, one.key);
    return question === null ? null : renderQuestion(view, question, one);
  });

function faultSum({ state, speech }: View): Markup | null {
  const n = state.faults.length;
  return n === 0 ? null : html`<p class="fault-sum" role="alert" data-key="fault-sum">■ ${runner_faults({ n }, speech)}</p>`;
}

function renderProgress(view: View, title: string | null): Markup | null {
  const { pageAt, shown } = view;
  const count = shown.pages.length;
  if (count < 2) return null;
  const words = runner_page_of({ at: pageAt + 1, count }, view.speech);
  return html`<div class="progress" data-key="progress">
    <div class="bar" role="progressbar" aria-label="${words}" aria-valuemin="0" aria-valuemax="${count}" aria-valuenow="${pageAt + 1}">
      <span style="width:${((pageAt + 1) / count) * 100}%"></span>
    </div>
    <h2 class="page-of" tabindex="-1">${words}${title === null ? null : ` · ${title}`}</h2>
  </div>`;
}

function renderButtons(view: View, ready: boolean): Markup {
  const { pageAt, shown, state } = view;
  const last = pageAt >= shown.pages.length - 1;
  const sending = state.stage.kind === 'sending';
  const words = sending ? runner_sending : last ? runner_submit : runner_next;
  return html`<div class="runner-buttons" data-key="buttons">
    ${
      pageAt === 0
        ? null
        : html`<button type="button" class="button quiet" data-do="back" data-key="back" ${flag('disabled', sending)}>
            ${runner_back({}, view.speech)}
          </button>`
    }
    <button
      type="submit"
      class="button"
      data-key="next"
      ${flag('disabled', !ready || sending)}${attribute('aria-busy', sending ? 'true' : null)}
    >
      ${words({}, view.speech)}
    </button>
  </div>`;
}

function renderFooter(view: View): Markup {
  const { queued, spurned } = view.state;
  return html`<footer class="runner-footer">
    ${queued === 0 ? null : html`<span class="queued" role="status">▲ ${runner_queued({ n: queued }, view.speech)}</span>`}
    ${spurned === 0 ? null : html`<span class="queued" role="status">■ ${runner_spurned({ n: spurned }, view.speech)}</span>`}
    <span>${runner_powered({}, view.speech)}</span>
  </footer>`;
}
