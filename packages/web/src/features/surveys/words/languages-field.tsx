import { language as languageShape, type Form } from '@zhiheng/forms/definition';
import { Select } from 'antd';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Labelled } from '../../../ui/labelled.tsx';
import { languageName } from '../language-name.ts';

interface Props {
  readonly form: Form;
  readonly readOnly: boolean;
  readonly onChange: (form: Form) => void;
}

const offered = ['zh', 'en', 'zh-Hant', 'ug', 'bo', 'mn', 'ja', 'ko', 'ru', 'fr', 'es', 'ar', 'pt', 'de', 'vi', 'th'];
const mostLanguages = 12;

/** The languages that a survey speaks; the first is the one the others are translated from. Words of one that is taken out stay in the draft. */
export function LanguagesField({ form, readOnly, onChange }: Props) {
  const { locale } = useFormat();
  const choose = (languages: string[]) => {
    const known = languages.filter((language) => languageShape.safeParse(language).success);
    if (known.length > 0) onChange({ ...form, languages: known });
  };
  return (
    <Labelled label={m.surveys_words_languages()} help={m.surveys_words_languages_help()}>
      {(id) => (
        <Select<string[]>
          id={id}
          mode="tags"
          disabled={readOnly}
          maxCount={mostLanguages}
          style={{ minWidth: 260 }}
          value={form.languages}
          options={[...new Set([...form.languages, ...offered])].map((value) => ({ value, label: languageName(value, locale) }))}
          onChange={choose}
        />
      )}
    </Labelled>
  );
}
