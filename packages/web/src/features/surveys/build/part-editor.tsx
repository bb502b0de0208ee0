import { questionOf } from '../draft/form-edits.ts';
import { useBuilder } from './builder-context.ts';
import { EndingsEditor } from './form/endings-editor.tsx';
import { PageEditor } from './form/page-editor.tsx';
import { StartEditor } from './form/start-editor.tsx';
import { MeasuresEditor } from './measures/measures-editor.tsx';
import { QuestionEditor } from './question/question-editor.tsx';

/** The part of the form that is open. */
export function PartEditor() {
  const { form, part } = useBuilder();
  const [kind, key = ''] = part.split(':');
  const question = kind === 'question' ? questionOf(form, key) : undefined;
  const page = kind === 'page' ? form.pages.find((each) => each.key === key) : undefined;
  if (question !== undefined) return <QuestionEditor question={question} />;
  if (page !== undefined) return <PageEditor page={page} />;
  if (kind === 'endings') return <EndingsEditor />;
  return kind === 'measures' ? <MeasuresEditor /> : <StartEditor />;
}
