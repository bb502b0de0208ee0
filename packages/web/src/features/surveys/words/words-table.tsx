import type { Form, FormText } from '@zhiheng/forms/definition';
import { Input } from 'antd';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { EmptyState } from '../../../ui/states.tsx';
import { partTitle } from '../build/part-title.ts';
import { partAt } from '../draft/part-of-form.ts';
import { setWords } from '../draft/set-words.ts';
import { languageName, languageTag } from '../language-name.ts';
import styles from './words.module.css';

interface Place {
  readonly path: string;
  readonly text: FormText;
}

interface Props {
  readonly form: Form;
  readonly places: readonly Place[];
  readonly readOnly: boolean;
  readonly onChange: (form: Form, touched: string) => void;
}

export function WordsTable({ form, places, readOnly, onChange }: Props) {
  const { locale } = useFormat();
  if (places.length === 0) return <EmptyState title={m.surveys_words_complete()} />;
  return (
    <div className={styles.scroll} tabIndex={0} role="group" aria-label={m.surveys_tab_words()}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{m.surveys_words_place()}</th>
            {form.languages.map((language) => (
              <th key={language} scope="col">
                {languageName(language, locale)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {places.map((place) => (
            <tr key={place.path}>
              <th scope="row">{placeWords(form, place.path, locale)}</th>
              {form.languages.map((language) => (
                <td key={language}>
                  <Input.TextArea
                    aria-label={`${placeWords(form, place.path, locale)}, ${languageName(language, locale)}`}
                    lang={languageTag(language)}
                    autoSize={{ minRows: 1, maxRows: 8 }}
                    maxLength={4000}
                    readOnly={readOnly}
                    status={(place.text[language] ?? '').trim() === '' ? 'warning' : ''}
                    placeholder={m.surveys_words_none()}
                    value={place.text[language] ?? ''}
                    onChange={(event) => {
                      const { path } = place;
                      onChange(setWords(form, { path, language, words: event.target.value }), `${path} ${language}`);
                    }}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const partNames: readonly (readonly [RegExp, (n: string) => string])[] = [
  [/options\.(\d+)\.text$/, (n) => m.surveys_option({ n })],
  [/rows\.(\d+)\.text$/, (n) => m.surveys_row({ n })],
  [/endings\.(\d+)\.text$/, (n) => m.surveys_ending({ n })],
];
const lastNames: readonly (readonly [RegExp, () => string])[] = [
  [/\.help$/, m.surveys_question_help],
  [/^title$/, m.surveys_form_title],
  [/^intro$/, m.surveys_form_intro],
  [/^privacy$/, m.surveys_form_privacy],
  [/\.name$/, m.surveys_measure_name],
];

/** Where a text stands, in words: the part of the form and what it is there. */
function placeWords(form: Form, path: string, language: string): string {
  const part = partTitle(form, partAt(form, path), language);
  for (const [shape, words] of partNames) {
    const at = shape.exec(path)?.[1];
    if (at !== undefined) return [path.startsWith('endings') ? '' : part, words(String(Number(at) + 1))].join(' ').trim();
  }
  const label = /labels\.(\d+)$/.exec(path)?.[1];
  if (label !== undefined) return `${part} ${m.surveys_scale_label({ n: label })}`;
  const last = lastNames.find(([shape]) => shape.test(path))?.[1]();
  return last === undefined ? part : `${part} ${last}`;
}
