import {
  runner_ces_high,
  runner_ces_low,
  runner_na,
  runner_nps_high,
  runner_nps_low,
  runner_slider_none,
} from '../../paraglide/messages.js';
import type { FormText, QuestionOf, Scale } from '@zhiheng/forms/definition';
import { attribute, flag, html, type Markup } from '../html.ts';
import type { View } from '../view.ts';
import { face, star } from './pictures.ts';

/** A scale where it stands: its field, and the ids of the words that name it. */
export interface ScaleAt {
  readonly field: string;
  readonly scale: Scale;
}

const most = { stars: 10, faces: 7 } as const;

export function scaleSteps(view: View, { field, scale }: ScaleAt): Markup {
  if (scale.look === 'slider') return slider(view, { field, scale });
  const values = Array.from({ length: scale.max - scale.min + 1 }, (_, at) => scale.min + at);
  const look = scale.look !== 'buttons' && values.length <= most[scale.look] ? scale.look : 'buttons';
  const told = values.length <= 7 && values.every((value) => labelAt(view, scale, value) !== null);
  return html`<div class="scale scale-${look}${told ? ' told' : ''}${values.length > 11 ? ' many' : ''}" style="${columns(values.length)}">
      <div class="steps">${values.map((value) => step(view, { field, scale, look }, value))}</div>
      ${told && look === 'buttons' ? null : ends(view, scale)}
    </div>
    ${scale.na ? notApplicable(view, field) : null}`;
}

/** How many steps stand in one row: as many as a thumb can tell apart. */
function columns(count: number): string {
  const narrow = count > 7 ? Math.ceil(count / 2) : count;
  const tiny = count > 6 ? Math.ceil(count / 2) : count;
  return `--all:${count};--narrow:${Math.min(narrow, 7)};--tiny:${Math.min(tiny, 6)}`;
}

const labelAt = (view: View, { labels }: Scale, value: number): string | null => {
  const label = labels[String(value)];
  return label === undefined ? null : view.text(label);
};

function step(view: View, { field, scale, look }: ScaleAt & { readonly look: 'buttons' | 'stars' | 'faces' }, value: number): Markup {
  const label = labelAt(view, scale, value);
  const share = (value - scale.min) / (scale.max - scale.min);
  const picture = { buttons: null, stars: star, faces: face(share) }[look];
  return html`<label class="step"
    ><input type="radio" name="${field}" value="${value}" ${flag('checked', view.answer(field) === value)} /> ${picture}<span class="value"
      >${value}</span
    >${label === null ? null : html`<span class="told-word">${label}</span>`}</label
  >`;
}

function ends(view: View, scale: Scale): Markup | null {
  const [low, high] = [labelAt(view, scale, scale.min), labelAt(view, scale, scale.max)];
  if (low === null && high === null) return null;
  return html`<p class="ends" aria-hidden="true">
    <span>${low === null ? null : html`${scale.min} ${low}`}</span><span>${high === null ? null : html`${scale.max} ${high}`}</span>
  </p>`;
}

const notApplicable = (view: View, field: string): Markup =>
  html`<label class="option na"
    ><input type="radio" name="${field}" value="na" ${flag('checked', view.answer(field) === 'na')} /><span
      >${runner_na({}, view.speech)}</span
    ></label
  >`;

/** A range always stands somewhere: it counts only once somebody has moved it. */
function slider(view: View, { field, scale }: ScaleAt): Markup {
  const answer = view.answer(field);
  const value = typeof answer === 'number' ? answer : null;
  const [low, high] = [labelAt(view, scale, scale.min), labelAt(view, scale, scale.max)];
  const words = value === null ? runner_slider_none({}, view.speech) : String(value);
  return html`<div class="slider">
      <output class="slider-value" for="${view.id(field)}">${value ?? '–'}</output>
      <input
        type="range"
        id="${view.id(field)}"
        data-range="${field}"
        min="${scale.min}"
        max="${scale.max}"
        step="1"
        value="${value ?? Math.round((scale.min + scale.max) / 2)}"
        aria-valuetext="${words}"
        aria-labelledby="${view.id(`${field}-label`)}"
        ${attribute('data-empty', value === null ? '' : null)}
      />
      <p class="ends" aria-hidden="true"><span>${scale.min} ${low}</span><span>${scale.max} ${high}</span></p>
    </div>
    ${scale.na ? sliderNotApplicable(view, field) : null}`;
}

const sliderNotApplicable = (view: View, field: string): Markup =>
  html`<label class="option na"
    ><input type="checkbox" name="${field}" value="na" ${flag('checked', view.answer(field) === 'na')} /><span
      >${runner_na({}, view.speech)}</span
    ></label
  >`;

type Usual = (inputs: Record<string, never>, options: View['speech']) => string;

/** The words of both ends: those of the form, else the usual ones. */
function endWords(view: View, own: FormText | undefined, usual: Usual): FormText {
  return own ?? { [view.state.language]: usual({}, view.speech) };
}

/** The scale that a question about recommendation or effort has by definition. */
export function fixedScale(view: View, { type, low, high }: QuestionOf<'nps' | 'ces'>): Scale {
  const [min, max] = type === 'nps' ? [0, 10] : [1, 7];
  const [lowest, highest] = type === 'nps' ? [runner_nps_low, runner_nps_high] : [runner_ces_low, runner_ces_high];
  const labels = { [min]: endWords(view, low, lowest), [max]: endWords(view, high, highest) };
  return { min: min ?? 0, max: max ?? 10, labels, na: false, look: 'buttons' };
}
