import type { Form } from '../definition/index.ts';
import { faultAt, type FormFault } from './form-fault.ts';
import { missingWords } from './missing-words.ts';
import { reviewConditions } from './review-conditions.ts';

/**
 * What keeps a form from being published; nothing when it may be.
 * @example reviewForm({ languages: ['en'], title: {}, given: [], pages: [{ key: 'p', questions: [{ key: 'n', type: 'note', text: { en: 'Hello' } }] }], endings: [], measures: [], groups: [] }) // [{ path: 'title', code: 'missing-words', params: { language: 'en' } }]
 */
export function reviewForm(form: Form): readonly FormFault[] {
  return [...reviewConditions(form), ...missingWords(form).map(({ path, language }) => faultAt(path, 'missing-words', { language }))];
}
