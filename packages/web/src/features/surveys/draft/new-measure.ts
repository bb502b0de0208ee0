import type { Form, Measure, Question, QuestionType } from '@zhiheng/forms/definition';
import { scaleFieldsOf } from '@zhiheng/forms/fields';
import { questionsOf } from './form-edits.ts';
import { bothWords } from './form-texts.ts';
import { nextKey } from './next-key.ts';

export type MeasureKind = Measure['kind'];

/** In the order in which they are offered. */
export const measureKinds = [
  'csat',
  'nps',
  'ces',
  'csi',
  'mean',
  'sum',
  'grades',
  'servqual',
  'servperf',
  'ipa',
  'kano',
  'drivers',
  'structure',
  'ecsi',
] as const satisfies readonly MeasureKind[];

const names: Readonly<Record<MeasureKind, readonly [zh: string, en: string]>> = {
  csat: ['满意率', 'Satisfied'],
  nps: ['净推荐值', 'Net promoter score'],
  ces: ['费力度', 'Effort'],
  csi: ['满意度指数', 'Satisfaction index'],
  mean: ['平均分', 'Mean'],
  sum: ['总分', 'Total'],
  grades: ['优良中差', 'Grades'],
  servqual: ['服务质量差距', 'Service quality gaps'],
  servperf: ['服务绩效', 'Service performance'],
  ipa: ['重要性—表现', 'Importance and performance'],
  kano: ['需求类型', 'Kinds of needs'],
  drivers: ['影响因素', 'Drivers'],
  structure: ['量表结构', 'Structure of the scales'],
  ecsi: ['顾客满意度模型', 'Customer satisfaction model'],
};

type Base = Pick<Measure, 'key' | 'name'>;
type Maker = (form: Form, base: Base) => Measure | null;

const asked = <T extends QuestionType>(form: Form, type: T): Extract<Question, { type: T }> | undefined =>
  questionsOf(form).find((question): question is Extract<Question, { type: T }> => question.type === type);
const pairOf = (form: Form, ask: 'expectation' | 'importance') =>
  questionsOf(form).find((question) => question.type === 'pair' && question.ask === ask);

/** Fields that are answered once, on a scale. */
const singleFields = (form: Form): readonly string[] =>
  scaleFieldsOf(form)
    .filter(({ facet }) => facet === null)
    .map(({ key }) => key);

const rowsOf = (question: Question): string[] => ('rows' in question ? question.rows.map(({ key }) => key) : []);

const oneDimension = (form: Form, question: Question) => [
  { key: 'dim1', name: bothWords(form, '维度 1', 'Dimension 1'), rows: rowsOf(question) },
];

function fieldsMeasure(make: (fields: string[], base: Base, form: Form) => Measure, least: number): Maker {
  return (form, base) => {
    const fields = singleFields(form);
    return fields.length < least ? null : make([...fields], base, form);
  };
}

const makers: Readonly<Record<MeasureKind, Maker>> = {
  csat: (form, base) => {
    const scale = scaleFieldsOf(form).find(({ facet }) => facet === null);
    return scale === undefined ? null : { ...base, kind: 'csat', field: scale.key, from: scale.max - 1 };
  },
  nps: (form, base) => fromQuestion(asked(form, 'nps'), ({ key }) => ({ ...base, kind: 'nps', field: key })),
  ces: (form, base) => fromQuestion(asked(form, 'ces'), ({ key }) => ({ ...base, kind: 'ces', field: key })),
  csi: fieldsMeasure((fields, base) => ({ ...base, kind: 'csi', fields }), 1),
  mean: fieldsMeasure((fields, base) => ({ ...base, kind: 'mean', fields }), 1),
  sum: fieldsMeasure((fields, base) => ({ ...base, kind: 'sum', fields, points: {} }), 1),
  grades: (form, base) => {
    const scale = scaleFieldsOf(form).find(({ facet }) => facet === null);
    if (scale === undefined) return null;
    const order = Array.from({ length: Math.min(10, scale.max - scale.min + 1) }, (_, index) => scale.max - index);
    return { ...base, kind: 'grades', field: scale.key, order };
  },
  servqual: (form, base) =>
    fromQuestion(pairOf(form, 'expectation'), (question) => ({
      ...{ ...base, kind: 'servqual', question: question.key, dimensions: oneDimension(form, question) },
    })),
  servperf: (form, base) =>
    fromQuestion(asked(form, 'matrix'), (question) => ({
      ...{ ...base, kind: 'servperf', question: question.key, dimensions: oneDimension(form, question) },
    })),
  ipa: (form, base) => {
    const pair = pairOf(form, 'importance');
    if (pair !== undefined) return { ...base, kind: 'ipa', question: pair.key };
    const matrix = asked(form, 'matrix');
    const outcome = singleFields(form).find((field) => !field.includes('.'));
    return matrix === undefined || outcome === undefined ? null : { ...base, kind: 'ipa', question: matrix.key, outcome };
  },
  kano: (form, base) => fromQuestion(asked(form, 'kano'), ({ key }) => ({ ...base, kind: 'kano', question: key })),
  drivers: fieldsMeasure(([outcome = '', ...fields], base) => ({ ...base, kind: 'drivers', fields, outcome }), 2),
  structure: fieldsMeasure(
    (fields, base, form) => ({
      ...base,
      kind: 'structure',
      scales: [{ key: 'scale1', name: bothWords(form, '量表 1', 'Scale 1'), fields }],
    }),
    2,
  ),
  ecsi: fieldsMeasure(([first = '', ...others], base, form) => {
    const blocks = [
      { key: 'block1', name: bothWords(form, '变量 1', 'Variable 1'), fields: [first] },
      { key: 'block2', name: bothWords(form, '变量 2', 'Variable 2'), fields: others },
    ];
    return { ...base, kind: 'ecsi', blocks, paths: [{ from: 'block1', to: 'block2' }], index: 'block2' };
  }, 2),
};

function fromQuestion<Q extends Question>(question: Q | undefined, make: (question: Q) => Measure): Measure | null {
  return question === undefined ? null : make(question);
}

/** A measure of a kind made of what the form asks; null when it asks nothing that the kind needs. */
export function newMeasure(form: Form, kind: MeasureKind): Measure | null {
  const keys = form.measures.map(({ key }) => key);
  const key = keys.includes(kind) ? nextKey(kind, keys) : kind;
  return makers[kind](form, { key, name: bothWords(form, ...names[kind]) });
}
