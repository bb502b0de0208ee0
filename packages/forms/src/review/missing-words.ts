import type { Form } from '../definition/index.ts';
import { textPlaces } from './places.ts';

/** A text that lacks one of the languages of the form. */
export interface MissingWords {
  readonly language: string;
  readonly path: string;
}

/**
 * What is still to be translated: every text of the form in each of its languages where it is not there or blank. A text that may be left
 * out counts as soon as one language has it.
 * @example missingWords({ languages: ['zh', 'en'], title: { zh: '就诊' }, given: [], pages: [], endings: [], measures: [] }) // [{ language: 'en', path: 'title' }]
 */
export function missingWords(form: Form): readonly MissingWords[] {
  const languages = [...new Set(form.languages)];
  return textPlaces(form).flatMap(({ path, text }) => {
    const missing = languages.filter((language) => !(Object.hasOwn(text, language) && text[language]?.trim() !== ''));
    const isLeftOut = missing.length === languages.length && optional.test(path);
    return isLeftOut ? [] : missing.map((language) => ({ language, path }));
  });
}

/** Texts that a form may do without. */
const optional = /^(intro|privacy|pages\.\d+\.title|pages\.\d+\.questions\.\d+\.(help|low|high|unit|first|second|scale\.labels\.\d+))$/;
