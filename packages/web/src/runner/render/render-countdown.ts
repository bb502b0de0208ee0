import { runner_countdown, runner_countdown_go_on } from '../../paraglide/messages.js';
import { html, type Markup } from '../html.ts';
import type { View } from '../view.ts';

/** Asks whether somebody is still there, before the next person starts anew. */
export function renderCountdown(view: View, seconds: number): Markup {
  return html`<div class="countdown" role="alertdialog" aria-modal="true" aria-labelledby="${view.id('countdown')}" data-key="countdown">
    <div class="countdown-card">
      <p id="${view.id('countdown')}">${runner_countdown({ n: seconds }, view.speech)}</p>
      <button type="button" class="button" data-do="go-on">${runner_countdown_go_on({}, view.speech)}</button>
    </div>
  </div>`;
}
