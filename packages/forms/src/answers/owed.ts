import type { Form, Question, QuestionOf } from '../definition/index.ts';
import type { Field } from '../fields/index.ts';
import { indexOf } from '../fields/fields-of.ts';
import type { AnswerFault } from './check.ts';
import { answerAt, numberAt, type Answers } from './answers.ts';
import { fault } from './value-fault.ts';
import type { Shown, ShownQuestion } from './visible.ts';

/** One shown question, its answers, and what is shown of it. */
interface Asked<T extends Question = Question> {
  readonly question: T;
  readonly shown: ShownQuestion;
  readonly answers: Answers;
}

/**
 * What complete answers still lack: required fields, options too few, an unfinished order, points that do not add up. Points of a row left
 * empty are 0.
 * @example owed({ pages: [{ questions: [{ key: 'again', type: 'nps', required: true }] }] }, { pages: [{ questions: [{ key: 'again', rows: [], options: [] }] }], fields: new Set(['again']), answers: {} }) // [{ field: 'again', code: 'required' }]
 */
export function owed(form: Form, { pages, fields, answers }: Shown): readonly AnswerFault[] {
  const { question: questions, ofQuestion } = indexOf(form);
  return pages.flatMap((page) =>
    page.questions.flatMap((shown) => {
      const question = questions.get(shown.key);
      if (question === undefined) return [];
      const asked = (ofQuestion.get(shown.key) ?? []).filter(({ key }) => fields.has(key));
      return [...owedTogether({ question, shown, answers }), ...(isRequired(question) ? unanswered(asked, answers) : [])];
    }),
  );
}

const isRequired = (question: Question): boolean => question.type !== 'note' && question.type !== 'points' && question.required;

/** What may be written at an option is never asked for. */
function unanswered(fields: readonly Field[], answers: Answers): readonly AnswerFault[] {
  return fields
    .filter((field) => !(field.kind === 'text' && field.option !== null) && answerAt(answers, field.key) === null)
    .map((field) => ({ field: field.key, ...fault('required') }));
}

/** What the fields of a question lack together. */
function owedTogether({ question, ...rest }: Asked): readonly AnswerFault[] {
  switch (question.type) {
    case 'multiple':
      return listed(tooFew({ question, ...rest }));
    case 'ranking':
      return listed(unfinishedOrder({ question, ...rest }));
    case 'points':
      return listed(wrongTotal({ question, ...rest }));
    default:
      return [];
  }
}

const listed = (found: AnswerFault | null): readonly AnswerFault[] => (found === null ? [] : [found]);

/** Where options are hidden no more can be asked for than are left; whoever chose the option that stands alone has chosen enough. */
function tooFew({ question, shown, answers }: Asked<QuestionOf<'multiple'>>): AnswerFault | null {
  const chosen = answerAt(answers, question.key);
  const least = Math.min(question.least ?? 0, shown.options.length);
  if (typeof chosen !== 'object' || chosen === null || chosen.length >= least) return null;
  if (question.alone !== undefined && chosen.includes(question.alone)) return null;
  return { field: question.key, ...fault('too-few', { least }) };
}

function unfinishedOrder({ question, shown, answers }: Asked<QuestionOf<'ranking'>>): AnswerFault | null {
  const order = answerAt(answers, question.key);
  if (typeof order !== 'object' || order === null || order.length >= shown.options.length) return null;
  return { field: question.key, ...fault('not-all-ranked') };
}

function wrongTotal({ question: { key, total, required }, shown, answers }: Asked<QuestionOf<'points'>>): AnswerFault | null {
  const points = shown.rows.map((row) => numberAt(answers, `${key}.${row}`)).filter((each) => each !== null);
  if (points.length === 0) return required && shown.rows.length > 0 ? { field: key, ...fault('required') } : null;
  const is = points.reduce((sum, each) => sum + each, 0);
  return is === total ? null : { field: key, ...fault('sum', { total, is }) };
}
