import type { Ending, Form } from '../definition/index.ts';
import { indexOf } from '../fields/fields-of.ts';
import { answerAt, type Answers, type Given } from './answers.ts';
import { holds } from './holds.ts';
import { visible } from './visible.ts';

/**
 * How a form ends for somebody: the screening ending that came to hold, else the first ending whose condition holds, one without a condition
 * always; null when there is none. A screening ending without a condition is never reached.
 * @example endingOf({ given: [], pages: [{ key: 'p', questions: [{ key: 'again', type: 'nps' }] }], endings: [{ key: 'sorry', when: { op: 'lt', field: 'again', value: 7 } }, { key: 'thanks' }] }, { again: 9 }, {}) // { key: 'thanks' }
 */
export function endingOf(form: Form, answers: Answers, given: Given): Ending | null {
  const shown = visible(form, answers, given);
  if (shown.screenedOut !== null) return form.endings.find(({ key }) => key === shown.screenedOut) ?? null;
  const { field } = indexOf(form);
  const look = (key: string) => answerAt(field.has(key) ? shown.answers : given, key);
  const reached = ({ when, screens }: Ending): boolean => !screens && (when === undefined || holds(when, look) === true);
  return form.endings.find(reached) ?? null;
}
