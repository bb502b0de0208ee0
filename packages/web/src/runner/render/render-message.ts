import {
  runner_already_line,
  runner_already_title,
  runner_again,
  runner_closed_line,
  runner_closed_title,
  runner_full_line,
  runner_full_title,
  runner_hours_line,
  runner_hours_line_until,
  runner_hours_title,
  runner_not_yet_line,
  runner_not_yet_line_until,
  runner_not_yet_title,
  runner_over_line,
  runner_over_title,
  runner_refused_line,
  runner_refused_title,
  runner_retry,
  runner_screened_line,
  runner_screened_title,
  runner_stopped_line,
  runner_stopped_title,
  runner_thanks_line,
  runner_thanks_title,
  runner_waiting_line,
  runner_waiting_title,
} from '../../paraglide/messages.js';
import type { ClosedReason } from '@zhiheng/contract/surveys/runs';
import { html, type Markup } from '../html.ts';
import type { Stage } from '../runner-state.ts';
import type { View } from '../view.ts';
import { paragraphs } from './render-question.ts';

/** A page that asks nothing: thanks, or why nothing is asked. */
interface Message {
  readonly sign: 'done' | 'wait' | 'stop';
  readonly title: string;
  readonly lines: string;
  readonly button?: { readonly does: string; readonly words: string };
}

export function renderMessage(view: View): Markup {
  const { sign, title, lines, button } = messageOf(view, view.state.stage);
  return html`<section class="card message" data-key="message">
    <span class="sign sign-${sign}" aria-hidden="true">${{ done: '✓', wait: '…', stop: '–' }[sign]}</span>
    <p class="survey-title">${view.text(view.form.title)}</p>
    <${view.heading} class="title" tabindex="-1">${title}</${view.heading}>
    ${paragraphs(lines)}
    ${button === undefined ? null : html`<button type="button" class="button" data-do="${button.does}">${button.words}</button>`}
  </section>`;
}

function messageOf(view: View, stage: Stage): Message {
  const { speech } = view;
  switch (stage.kind) {
    case 'ended':
      return endedMessage(view, stage);
    case 'closed':
      return closedMessage(view, stage);
    case 'refused':
      return { sign: 'done', title: runner_refused_title({}, speech), lines: runner_refused_line({}, speech) };
    default:
      return {
        sign: 'wait',
        title: runner_waiting_title({}, speech),
        lines: runner_waiting_line({}, speech),
        button: { does: 'retry', words: runner_retry({}, speech) },
      };
  }
}

function endedMessage(view: View, { ending, screened }: Extract<Stage, { kind: 'ended' }>): Message {
  const { speech, form, state } = view;
  const own = form.endings.find(({ key }) => key === ending);
  const title = screened ? runner_screened_title({}, speech) : runner_thanks_title({}, speech);
  const usual = screened ? runner_screened_line({}, speech) : runner_thanks_line({}, speech);
  const again = state.run.mode === 'kiosk' ? { button: { does: 'restart', words: runner_again({}, speech) } } : {};
  return { sign: 'done', title, lines: own === undefined ? usual : view.text(own.text), ...again };
}

type Words = (inputs: Record<string, never>, options: View['speech']) => string;

const reasons: Readonly<Record<ClosedReason, readonly [title: Words, line: Words]>> = {
  closed: [runner_closed_title, runner_closed_line],
  'not-yet': [runner_not_yet_title, runner_not_yet_line],
  over: [runner_over_title, runner_over_line],
  'outside-hours': [runner_hours_title, runner_hours_line],
  'quota-full': [runner_full_title, runner_full_line],
  'already-answered': [runner_already_title, runner_already_line],
  stopped: [runner_stopped_title, runner_stopped_line],
};

function closedMessage(view: View, { reason, opensAt }: Extract<Stage, { kind: 'closed' }>): Message {
  const { speech } = view;
  const [title, line] = reasons[reason];
  const sign = reason === 'already-answered' ? 'done' : reason === 'not-yet' || reason === 'outside-hours' ? 'wait' : 'stop';
  if (opensAt === null || sign !== 'wait') return { sign, title: title({}, speech), lines: line({}, speech) };
  const until = reason === 'not-yet' ? runner_not_yet_line_until : runner_hours_line_until;
  return { sign, title: title({}, speech), lines: until({ at: instantWords(view, opensAt) }, speech) };
}

/** A time in the zone of the organisation that asks. */
const instantWords = ({ speech, state }: View, instant: string): string =>
  new Intl.DateTimeFormat(speech.locale === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: state.run.timeZone,
  }).format(new Date(instant));
