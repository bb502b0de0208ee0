import type { QuestionType } from '@zhiheng/forms/definition';
import { m } from '../../../../paraglide/messages.js';
import { questionsOf } from '../../draft/form-edits.ts';
import { useBuilder } from '../builder-context.ts';
import { ChooseField } from '../choose-field.tsx';
import { questionNumber, questionWords } from '../part-words.ts';

interface Props {
  readonly types: readonly QuestionType[];
  readonly value: string | null;
  readonly label?: string;
  readonly onChange: (key: string) => void;
}

/** A question of one of some kinds. */
export function QuestionField({ types, value, label, onChange }: Props) {
  const { form, language } = useBuilder();
  return (
    <ChooseField
      label={label ?? m.surveys_measure_question()}
      value={value}
      options={questionsOf(form)
        .filter(({ type }) => types.includes(type))
        .map(({ key }) => ({ value: key, label: `${questionNumber(form, key)} ${questionWords(form, key, language)}` }))}
      onChange={onChange}
    />
  );
}
