import {
  runner_points_done,
  runner_points_left,
  runner_points_less,
  runner_points_more,
  runner_points_over,
} from '../../paraglide/messages.js';
import type { QuestionOf } from '@zhiheng/forms/definition';
import type { ShownQuestion } from '@zhiheng/forms/answers';
import { faultLine } from '../render/fault-line.ts';
import { attribute, html, type Markup } from '../html.ts';
import { rowsOf, type View } from '../view.ts';

/** Points for rows, with what is left to give. */
export function points(view: View, question: QuestionOf<'points'>, shown: ShownQuestion): Markup {
  const rows = rowsOf(view, question, shown);
  const given = rows.reduce((sum, { key }) => sum + pointsAt(view, `${question.key}.${key}`), 0);
  const left = question.total - given;
  return html`<div class="points">
      ${rows.map((row) => pointsRow(view, { field: `${question.key}.${row.key}`, title: view.text(row.text), total: question.total }))}
    </div>
    <p class="points-left${left < 0 ? ' wrong' : left === 0 ? ' right' : ''}" role="status">${leftWords(view, question.total, left)}</p>`;
}

const pointsAt = (view: View, field: string): number => {
  const answer = view.answer(field);
  return typeof answer === 'number' ? answer : 0;
};

function leftWords({ speech }: View, total: number, left: number): string {
  if (left === 0) return `● ${runner_points_done({ total }, speech)}`;
  return left < 0 ? `■ ${runner_points_over({ total, n: -left }, speech)}` : runner_points_left({ total, n: left }, speech);
}

interface PointsRow {
  readonly field: string;
  readonly title: string;
  readonly total: number;
}

function pointsRow(view: View, { field, title, total }: PointsRow): Markup {
  const label = view.id(`${field}-label`);
  const fault = view.faultAt(field);
  const step = Math.max(1, Math.round(total / 20));
  const button = (what: string, name: string, sign: string) =>
    html`<button type="button" class="tool" data-do="${what}" data-field="${field}" value="${step}" aria-label="${name}">${sign}</button>`;
  return html`<div class="points-row" data-key="${field}">
    <label class="row-title" id="${label}" for="${view.id(field)}">${title}</label>
    <span class="stepper">
      ${button('points-less', runner_points_less({ row: title, n: step }, view.speech), '−')}
      <input
        type="text"
        inputmode="numeric"
        autocomplete="off"
        class="line number"
        id="${view.id(field)}"
        name="${field}"
        value="${view.answer(field) === null ? '' : String(view.answer(field))}"
        ${fault === null ? null : attribute('aria-invalid', 'true')}${attribute('aria-describedby', fault === null ? null : view.id(`${field}-fault`))}
      />
      ${button('points-more', runner_points_more({ row: title, n: step }, view.speech), '+')}
    </span>
    ${faultLine(view, field)}
  </div>`;
}
