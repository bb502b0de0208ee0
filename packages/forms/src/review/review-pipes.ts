import type { Form } from '../definition/index.ts';
import { pipedKeys } from '../fields/piped-words.ts';
import { faultAt, type FormFault } from './form-fault.ts';
import { textPlaces } from './places.ts';
import { sightOf } from './sight.ts';

/**
 * Faults of the placeholders in texts: a key that is not there, one that is asked later, braces that ask for nothing, and any placeholder in
 * a name for those who read results.
 * @example reviewPipes({ title: { en: 'Hello {{name}}' }, given: [], pages: [], endings: [], measures: [] }) // [{ path: 'title.en', code: 'unknown-field', params: { field: 'name' } }]
 */
export function reviewPipes(form: Form): readonly FormFault[] {
  const sight = sightOf(form);
  return textPlaces(form).flatMap(({ path, text, before }) =>
    Object.entries(text).flatMap(([language, words]) => {
      const at = `${path}.${language}`;
      const { keys, broken } = pipedKeys(words);
      if (broken) return [faultAt(at, 'broken-placeholder')];
      if (before === null) return keys.map((field) => faultAt(at, 'placeholder-in-name', { field }));
      return [...new Set(keys)].flatMap((field) => {
        const unseen = sight.unseen(field, before);
        return unseen === null ? [] : [faultAt(at, unseen, { field })];
      });
    }),
  );
}
