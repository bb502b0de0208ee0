import {
  runner_anonymous,
  runner_consent,
  runner_must,
  runner_privacy,
  runner_refuse,
  runner_refuse_ask,
  runner_refuse_no,
  runner_refuse_yes,
} from '../../paraglide/messages.js';
import { attribute, flag, html, type Markup } from '../html.ts';
import { consentField } from '../runner-state.ts';
import type { View } from '../view.ts';
import { faultLine } from './fault-line.ts';
import { paragraphs } from './render-question.ts';

/** What stands before the first question: what it is about, what becomes of the answers, and what one agrees to. */
export function renderStart(view: View): Markup {
  const { form, state } = view;
  const asksMust = form.pages.some((page) => page.questions.some((question) => question.type !== 'note' && question.required));
  return html`<div class="start" data-key="start">
    <${view.heading} class="title">${view.text(form.title)}</${view.heading}>
    ${form.intro === undefined ? null : paragraphs(view.text(form.intro))}
    ${state.run.anonymous ? html`<p class="notice"><span aria-hidden="true">● </span>${runner_anonymous({}, view.speech)}</p>` : null}
    ${form.privacy === undefined ? null : renderPrivacy(view, view.text(form.privacy))} ${form.consent ? renderConsent(view) : null}
    ${asksMust ? html`<p class="help"><span class="must" aria-hidden="true">*</span> ${runner_must({}, view.speech)}</p>` : null}
    ${state.run.invited ? renderRefusal(view) : null}
  </div>`;
}

/** A short text stands open; a long one would push the first question off the screen. */
function renderPrivacy(view: View, words: string): Markup {
  const short = words.length <= 160;
  return html`<details class="privacy" ${flag('open', short)} data-key="privacy">
    <summary>${runner_privacy({}, view.speech)}</summary>
    ${paragraphs(words)}
  </details>`;
}

function renderConsent(view: View): Markup {
  const fault = view.faultAt(consentField);
  return html`<div class="card consent" data-question="${consentField}" data-key="consent">
    <label class="option"
      ><input
        type="checkbox"
        data-do="consent"
        aria-required="true"
        ${flag('checked', view.state.consent)}
        ${fault === null ? null : attribute('aria-invalid', 'true')}${attribute('aria-describedby', fault === null ? null : view.id(`${consentField}-fault`))}
      /><span>${runner_consent({}, view.speech)}</span></label
    >
    ${faultLine(view, consentField)}
  </div>`;
}

function renderRefusal(view: View): Markup {
  if (!view.state.refusing)
    return html`<p class="refusal" data-key="refusal">
      <button type="button" class="plain" data-do="refuse">${runner_refuse({}, view.speech)}</button>
    </p>`;
  return html`<div class="card refusal" role="group" aria-label="${runner_refuse({}, view.speech)}" data-key="refusing">
    <p>${runner_refuse_ask({ organisation: view.state.run.organisation }, view.speech)}</p>
    <div class="pair-buttons">
      <button type="button" class="button quiet" data-do="refuse-no">${runner_refuse_no({}, view.speech)}</button>
      <button type="button" class="button quiet" data-do="refuse-yes">${runner_refuse_yes({}, view.speech)}</button>
    </div>
  </div>`;
}
