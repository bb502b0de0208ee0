import {
  runner_kano_1,
  runner_kano_2,
  runner_kano_3,
  runner_kano_4,
  runner_kano_5,
  runner_kano_with,
  runner_kano_without,
  runner_pair_expectation,
  runner_pair_importance,
  runner_pair_perception,
  runner_pair_satisfaction,
} from '../../paraglide/messages.js';
import type { QuestionOf, Row, Scale } from '@zhiheng/forms/definition';
import type { ShownQuestion } from '@zhiheng/forms/answers';
import { faultLine } from '../render/fault-line.ts';
import { attribute, html, type Markup } from '../html.ts';
import { rowsOf, type View } from '../view.ts';
import { scaleSteps } from './scale.ts';

/** One thing that is asked on a scale: its field, what names it, and what stands above it. */
interface Asked {
  readonly field: string;
  readonly scale: Scale;
  readonly title: string;
  readonly required: boolean;
  /** id of words that belong to the name too, such as the statement of a pair */
  readonly within?: string;
}

function group(view: View, { field, scale, title, required, within }: Asked): Markup {
  const label = view.id(`${field}-label`);
  const fault = view.faultAt(field);
  const role = scale.look === 'slider' ? 'group' : 'radiogroup';
  return html`<div
    class="row"
    role="${role}"
    data-key="${field}"
    aria-labelledby="${within === undefined ? label : `${within} ${label}`}"
    ${role === 'radiogroup' && required ? attribute('aria-required', 'true') : null}
    ${role === 'radiogroup' && fault !== null ? attribute('aria-invalid', 'true') : null}
    ${attribute('aria-describedby', fault === null ? null : view.id(`${field}-fault`))}
  >
    <p class="row-title" id="${label}">${title}</p>
    <div class="row-scale">${scaleSteps(view, { field, scale })}${faultLine(view, field)}</div>
  </div>`;
}

export function matrix(view: View, question: QuestionOf<'matrix'>, shown: ShownQuestion): Markup {
  const { key, scale, required } = question;
  return html`<div class="rows">
    ${rowsOf(view, question, shown).map((row) => group(view, { field: `${key}.${row.key}`, scale, required, title: view.text(row.text) }))}
  </div>`;
}

interface Side {
  readonly letter: string;
  readonly title: string;
}

function sidesOf(view: View, { ask, first, second }: QuestionOf<'pair'>): readonly [Side, Side] {
  const { text, speech } = view;
  const words =
    ask === 'expectation' ? [runner_pair_expectation, runner_pair_perception] : [runner_pair_importance, runner_pair_satisfaction];
  const letters = ask === 'expectation' ? ['e', 'p'] : ['i', 's'];
  const side = (at: 0 | 1, own: typeof first): Side => ({
    letter: letters[at] ?? '',
    title: own === undefined ? (words[at]?.({}, speech) ?? '') : text(own),
  });
  return [side(0, first), side(1, second)];
}

export function pair(view: View, question: QuestionOf<'pair'>, shown: ShownQuestion): Markup {
  const sides = sidesOf(view, question);
  const rows = rowsOf(view, question, shown);
  return question.apart ? apart(view, question, { rows, sides }) : together(view, question, { rows, sides });
}

type OnScale = Pick<QuestionOf<'pair'>, 'key' | 'scale' | 'required'>;

interface PairParts {
  readonly rows: readonly Row[];
  readonly sides: readonly Side[];
}

function apart(view: View, { key, scale, required }: OnScale, { rows, sides }: PairParts): Markup {
  return html`${sides.map(({ letter, title }) => {
    const heading = view.id(`${key}-${letter}`);
    return html`<h3 class="side" id="${heading}">${title}</h3>
      <div class="rows">
        ${rows.map((row) =>
          group(view, { field: `${key}.${row.key}.${letter}`, scale, required, title: view.text(row.text), within: heading }),
        )}
      </div>`;
  })}`;
}

function together(view: View, { key, scale, required }: OnScale, { rows, sides }: PairParts): Markup {
  return html`<div class="pairs">
    ${rows.map((row) => {
      const heading = view.id(`${key}.${row.key}-label`);
      return html`<div class="pair" data-key="${row.key}">
        <p class="pair-title" id="${heading}">${view.text(row.text)}</p>
        <div class="pair-sides">
          ${sides.map(({ letter, title }) => group(view, { field: `${key}.${row.key}.${letter}`, scale, required, title, within: heading }))}
        </div>
      </div>`;
    })}
  </div>`;
}

/** Kano's five answers, from "I like it" to "I dislike it", in words and not as numbers. */
function feelings(view: View): Scale {
  const words = [runner_kano_1, runner_kano_2, runner_kano_3, runner_kano_4, runner_kano_5];
  const labels = Object.fromEntries(words.map((word, at) => [at + 1, { [view.state.language]: word({}, view.speech) }]));
  return { min: 1, max: 5, labels, na: false, look: 'buttons' };
}

export function kano(view: View, question: QuestionOf<'kano'>, shown: ShownQuestion): Markup {
  const sides = [
    { letter: 'f', title: runner_kano_with({}, view.speech) },
    { letter: 'd', title: runner_kano_without({}, view.speech) },
  ];
  const scale = feelings(view);
  return html`<div class="kano">${together(view, { ...question, scale }, { rows: rowsOf(view, question, shown), sides })}</div>`;
}
