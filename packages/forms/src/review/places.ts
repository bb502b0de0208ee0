import type { Condition, Form, FormText, Measure, Question } from '../definition/index.ts';

/** A text of the form: where it stands and how many questions stand before it. */
export interface TextPlace {
  readonly path: string;
  readonly text: FormText;
  /** null where nothing may be piped */
  readonly before: number | null;
}

/** A condition of the form, likewise. */
export interface ConditionPlace {
  readonly path: string;
  readonly condition: Condition;
  readonly before: number;
}

interface PlacedQuestion {
  readonly path: string;
  readonly question: Question;
  readonly before: number;
}

type Words = readonly [path: string, text: FormText | undefined, before: number | null];
type Asked = readonly [path: string, part: { readonly when?: Condition | undefined }, before: number];

/**
 * The questions of a form in their order, with the number of those before them.
 * @example placedQuestions({ pages: [{ questions: [{ key: 'q' }] }] }) // [{ path: 'pages.0.questions.0', question: { key: 'q' }, before: 0 }]
 */
export function placedQuestions(form: Form): readonly PlacedQuestion[] {
  return form.pages
    .flatMap((page, p) => page.questions.map((question, q) => ({ path: `pages.${p}.questions.${q}`, question })))
    .map((placed, before) => ({ ...placed, before }));
}

/**
 * Every text for people in a form.
 * @example textPlaces({ title: { en: 'Visit' }, given: [], pages: [], endings: [], measures: [] }) // [{ path: 'title', text: { en: 'Visit' }, before: 0 }]
 */
export function textPlaces(form: Form): readonly TextPlace[] {
  const total = placedQuestions(form).length;
  const words: Words[] = [
    ['title', form.title, 0],
    ['intro', form.intro, 0],
    ['privacy', form.privacy, 0],
    ...form.given.map(({ name }, at): Words => [`given.${at}.name`, name, null]),
    ...form.pages.map(({ title }, at): Words => [`pages.${at}.title`, title, questionsBefore(form, at)]),
    ...placedQuestions(form).flatMap((placed) => questionWords(placed)),
    ...form.endings.map(({ text }, at): Words => [`endings.${at}.text`, text, total]),
    ...form.measures.flatMap((measure, at) => measureWords(measure, `measures.${at}`)),
  ];
  return words.flatMap(([path, text, before]) => (text === undefined ? [] : [{ path, text, before }]));
}

/**
 * Every condition of a form.
 * @example conditionPlaces({ pages: [{ questions: [], when: { op: 'answered', field: 'q' } }], endings: [] }) // [{ path: 'pages.0.when', before: 0 }]
 */
export function conditionPlaces(form: Form): readonly ConditionPlace[] {
  const questions = placedQuestions(form);
  const asked: Asked[] = [
    ...form.pages.map((page, at): Asked => [`pages.${at}`, page, questionsBefore(form, at)]),
    ...questions.flatMap(({ path, question, before }) => [
      [path, question, before] as const,
      ...partsOf(question).map(([name, part]): Asked => [`${path}.${name}`, part, before]),
    ]),
    ...form.endings.map((ending, at): Asked => [`endings.${at}`, ending, questions.length]),
  ];
  return asked.flatMap(([path, { when }, before]) => (when === undefined ? [] : [{ path: `${path}.when`, condition: when, before }]));
}

const questionsBefore = (form: Form, page: number): number =>
  form.pages.slice(0, page).reduce((count, { questions }) => count + questions.length, 0);

type Part = readonly [path: string, part: { readonly text: FormText; readonly when?: Condition | undefined }];

function partsOf(question: Question): readonly Part[] {
  if ('rows' in question) return question.rows.map((row, at) => [`rows.${at}`, row]);
  return 'options' in question ? question.options.map((option, at) => [`options.${at}`, option]) : [];
}

function questionWords({ path, question, before }: PlacedQuestion): readonly Words[] {
  return [
    [`${path}.text`, question.text, before],
    ...partsOf(question).map(([name, { text }]): Words => [`${path}.${name}.text`, text, before]),
    ...lineTexts(question).map(([name, text]): Words => [`${path}.${name}`, text, before]),
  ];
}

/** Texts that only some kinds of questions have. */
function lineTexts(question: Question): readonly (readonly [name: string, text: FormText | undefined])[] {
  const names = ['help', 'low', 'high', 'unit', 'first', 'second'] as const;
  const parts: { readonly key: string } & { readonly [name in (typeof names)[number]]?: FormText | undefined } = question;
  const labels = 'scale' in question ? Object.entries(question.scale.labels) : [];
  return [...names.map((name) => [name, parts[name]] as const), ...labels.map(([value, text]) => [`scale.labels.${value}`, text] as const)];
}

function measureWords(measure: Measure, path: string): readonly Words[] {
  const named: readonly (readonly [string, readonly { readonly name: FormText }[]])[] = [
    ['dimensions', 'dimensions' in measure ? measure.dimensions : []],
    ['blocks', 'blocks' in measure ? measure.blocks : []],
    ['scales', 'scales' in measure ? measure.scales : []],
  ];
  return [
    [`${path}.name`, measure.name, null],
    ...named.flatMap(([name, parts]) => parts.map((part, at): Words => [`${path}.${name}.${at}.name`, part.name, null])),
  ];
}
