import type { Form } from '../definition/index.ts';
import { indexOf } from '../fields/fields-of.ts';
import { faultAt, repeated, repeatedAt, type FormFault } from './form-fault.ts';
import { placedQuestions } from './places.ts';

/**
 * Faults of the frame of a form: keys and languages that stand twice, pages without a question, endings that cannot be reached, groups that
 * are no single choice, consent to nothing.
 * @example reviewStructure({ languages: ['en'], given: [], pages: [{ key: 'p', questions: [] }], endings: [], measures: [], groups: [] }) // [{ path: 'pages.0', code: 'empty-page' }]
 */
export function reviewStructure(form: Form): readonly FormFault[] {
  const { languages, given, pages, endings, measures } = form;
  return [
    ...repeatedAt(languages).map((at) => faultAt(`languages.${at}`, 'duplicate-key', { key: languages[at]! })),
    ...[...repeated('given', given), ...repeated('pages', pages), ...repeated('endings', endings), ...repeated('measures', measures)],
    ...questionKeys(form),
    ...pages.flatMap(({ questions }, at) => (questions.length === 0 ? [faultAt(`pages.${at}`, 'empty-page')] : [])),
    ...endingFaults(form),
    ...groupFaults(form),
    ...(form.consent && form.privacy === undefined ? [faultAt('consent', 'consent-without-privacy')] : []),
  ];
}

/** Keys of questions are unique in the form, and no question bears the name of something given: a condition could mean either. */
function questionKeys(form: Form): readonly FormFault[] {
  const questions = placedQuestions(form);
  const given = new Set(form.given.map(({ key }) => key));
  const keys = questions.map(({ question }) => question.key);
  const again = new Set(repeatedAt(keys));
  return questions.flatMap(({ path, question: { key } }, at) =>
    again.has(at) || given.has(key) ? [faultAt(`${path}.key`, 'duplicate-key', { key })] : [],
  );
}

/** Behind an ending without a condition none is reached, and whoever is screened out is so by a condition. */
function endingFaults({ endings }: Form): readonly FormFault[] {
  const last = endings.findIndex(({ when, screens }) => when === undefined && !screens);
  return endings.flatMap(({ when, screens }, at) => {
    if (screens && when === undefined) return [faultAt(`endings.${at}`, 'screens-everybody')];
    return !screens && last >= 0 && at > last ? [faultAt(`endings.${at}`, 'never-reached')] : [];
  });
}

function groupFaults(form: Form): readonly FormFault[] {
  const { question } = indexOf(form);
  const again = new Set(repeatedAt(form.groups));
  return form.groups.flatMap((key, at) => {
    const found = question.get(key);
    if (found === undefined) return [faultAt(`groups.${at}`, 'unknown-question', { question: key })];
    if (found.type !== 'single') return [faultAt(`groups.${at}`, 'not-single-choice', { question: key })];
    return again.has(at) ? [faultAt(`groups.${at}`, 'duplicate-key', { key })] : [];
  });
}
