import type { Form } from '../definition/index.ts';
import { faultAt, type FormFault } from './form-fault.ts';
import { missingWords } from './missing-words.ts';
import { reviewConditions } from './review-conditions.ts';
import { reviewMeasures } from './review-measures.ts';
import { reviewPipes } from './review-pipes.ts';
import { reviewQuestions } from './review-questions.ts';
import { reviewStructure } from './review-structure.ts';

/**
 * What keeps a form from being published; nothing when it may be. A draft may have any of it.
 *
 * Codes: of keys `duplicate-key` (key); of pages and endings `empty-page`, `never-reached`, `screens-everybody`, `consent-without-privacy`;
 * of questions `empty-range` (min, max), `out-of-scale` (value, min, max), `least-above-most` (least, most), `more-than-options` (options);
 * of references `unknown-field`, `later-field`, `wrong-kind` (field or question), `unknown-question` (question), `unknown-option` (value),
 * `not-comparable` (field, op), `never-holds` (field, value), `not-single-choice` (question); of texts `missing-words` (language),
 * `broken-placeholder`, `placeholder-in-name` (field); of measures `more-than-fields` (fields), `too-few-fields` (least),
 * `not-zero-to-ten` (field), `unknown-answer` (answer), `weights-length` (fields, weights), `weights-all-zero`, `outcome-among-fields` (field),
 * `unknown-row`, `row-twice`, `row-in-no-dimension` (row), `no-row-for-dimension` (dimension), `unknown-block`, `block-without-path`,
 * `circular` (block), `path-twice`.
 * @example reviewForm({ languages: ['en'], title: {}, given: [], pages: [{ key: 'p', questions: [{ key: 'n', type: 'note', text: { en: 'Hello' } }] }], endings: [], measures: [], groups: [] }) // [{ path: 'title', code: 'missing-words', params: { language: 'en' } }]
 */
export function reviewForm(form: Form): readonly FormFault[] {
  return [
    ...reviewStructure(form),
    ...reviewQuestions(form),
    ...reviewConditions(form),
    ...reviewPipes(form),
    ...reviewMeasures(form),
    ...missingWords(form).map(({ path, language }) => faultAt(path, 'missing-words', { language })),
  ];
}
