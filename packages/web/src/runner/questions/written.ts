import { runner_count } from '../../paraglide/messages.js';
import type { QuestionOf } from '@zhiheng/forms/definition';
import { attribute, html, type Markup } from '../html.ts';
import type { View } from '../view.ts';

type Written = QuestionOf<'text' | 'number' | 'date'>;

const value = (view: View, field: string): string => String(view.answer(field) ?? '');

/** What connects a field with its name, its help and what is wrong with it. */
function names(view: View, { key, required, help }: Pick<Written, 'key' | 'required' | 'help'>): Markup {
  const fault = view.faultAt(key);
  const described = [help === undefined ? null : view.id(`${key}-help`), fault === null ? null : view.id(`${key}-fault`)];
  const ids = described.filter((id) => id !== null).join(' ');
  return html` id="${view.id(key)}" name="${key}"${required ? attribute('aria-required', 'true') : null}
  ${fault === null ? null : attribute('aria-invalid', 'true')}${attribute('aria-describedby', ids === '' ? null : ids)}`;
}

const inputs = {
  words: { type: 'text', autocomplete: null },
  email: { type: 'email', autocomplete: 'email' },
  phone: { type: 'tel', autocomplete: 'tel' },
  url: { type: 'url', autocomplete: 'url' },
} as const;

export function text(view: View, question: QuestionOf<'text'>): Markup {
  const { key, most, long, kind } = question;
  const written = value(view, key);
  if (!long) {
    const { type, autocomplete } = inputs[kind];
    return html`<input
      type="${type}"
      class="line"
      ${names(view, question)}${attribute('autocomplete', autocomplete)}
      maxlength="${most}"
      value="${written}"
    />`;
  }
  const length = [...written].length;
  // The count is said only when it begins to matter.
  return html`<textarea class="line long" rows="4" ${names(view, question)} maxlength="${most}">${written}</textarea>
    ${length < most * 0.8 ? null : html`<p class="help count" role="status" data-key="count">${runner_count({ n: length, most }, view.speech)}</p>`}`;
}

export function number(view: View, question: QuestionOf<'number'>): Markup {
  const { unit, decimals } = question;
  return html`<span class="with-unit"
    ><input
      type="text"
      class="line number"
      autocomplete="off"
      inputmode="${decimals === 0 ? 'numeric' : 'decimal'}"
      ${names(view, question)}
      value="${value(view, question.key)}"
    />
    ${unit === undefined ? null : html`<span>${view.text(unit)}</span>`}</span
  >`;
}

export function date(view: View, question: QuestionOf<'date'>): Markup {
  const { from, until } = question;
  return html`<input
    type="date"
    class="line date"
    ${names(view, question)}
    value="${value(view, question.key)}"
    ${attribute('min', from ?? null)}${attribute('max', until ?? null)}
  />`;
}
