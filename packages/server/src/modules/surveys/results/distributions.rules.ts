import type { AnswerDistribution } from '@zhiheng/contract/surveys/results';
import type { Form, FormText } from '@zhiheng/forms/definition';
import { fieldsOf, type Field } from '@zhiheng/forms/fields';
import type { FigureMaker } from './figure.rules.ts';
import { optionsOf, wholeName } from './names.rules.ts';
import { versionsWith } from './joined-sums.rules.ts';
import type { Version } from './read-sums.ts';
import type { Block } from './sums/block.rules.ts';
import { amountMoments, levelCounts, optionCounts, placeMoments } from './sums/sum-view.rules.ts';
import type { Source } from './sections/section.rules.ts';

type Body = Pick<AnswerDistribution, 'kind' | 'n' | 'notApplicable' | 'counts' | 'means'>;
type ScaleField = Extract<Field, { kind: 'scale' }>;

/** How every closed question was answered. */
export function distributionsOf(source: Source, versions: readonly Version[]): readonly AnswerDistribution[] {
  return fieldsOf(source.form).flatMap((field) => {
    const found = distributionOf(source, field);
    if (found === null) return [];
    const { block, body } = found;
    return [{ field: field.key, name: wholeName(source.form, field.key), versions: versionsWith(versions, block), ...body }];
  });
}

function distributionOf(source: Source, field: Field): { readonly block: Block; readonly body: Body } | null {
  switch (field.kind) {
    case 'scale': {
      const { key, min, max } = field;
      return { block: { kind: 'levels', field: key, min, max }, body: ofScale(source, field) };
    }
    case 'choice':
    case 'choices':
      return { block: { kind: 'answered', field: field.key }, body: ofChoice(source, field) };
    case 'order':
      return { block: { kind: 'place', field: field.key, option: field.options[0] ?? '' }, body: ofOrder(source, field) };
    case 'number':
      return { block: { kind: 'amount', field: field.key, unit: unitOf(source.form, field.question) }, body: ofNumber(source, field) };
    default:
      return null;
  }
}

const plain = (form: Form, text: string): FormText => Object.fromEntries(form.languages.map((language) => [language, text]));
const shownIf = <T>({ least }: FigureMaker, n: number, shown: T): T | null => (n < least ? null : shown);

function ofScale({ form, sums, make }: Source, { key, min, max, question }: ScaleField): Body {
  const { counts, n, notApplicable } = levelCounts(sums, { field: key, min, max });
  const labels = labelsOf(form, question);
  const named = counts.map((count, i) => ({
    key: String(min + i),
    name: labels[String(min + i)] ?? plain(form, String(min + i)),
    n: count,
  }));
  const power = (exponent: number): number => counts.reduce((sum, count, i) => sum + count * (min + i) ** exponent, 0);
  const mean = make.mean({ n, sum: power(1), squares: power(2) });
  return { kind: 'scale', n, notApplicable, counts: shownIf(make, n, named), means: [{ key, name: wholeName(form, key), mean }] };
}

/** The words of the levels of a scale question that have some. */
export function labelsOf(form: Form, key: string): Readonly<Record<string, FormText>> {
  const question = form.pages.flatMap(({ questions }) => questions).find((each) => each.key === key);
  return question !== undefined && 'scale' in question ? question.scale.labels : {};
}

function ofChoice({ form, sums, make }: Source, field: Extract<Field, { kind: 'choice' | 'choices' }>): Body {
  const { n, counts } = optionCounts(sums, field.key, field.options);
  const named = optionsOf(form, field.question).map(({ key, name }, i) => ({ key, name, n: counts[i] ?? 0 }));
  return { kind: field.kind, n, notApplicable: 0, counts: shownIf(make, n, named), means: [] };
}

function ofOrder({ form, sums, make }: Source, field: Extract<Field, { kind: 'order' }>): Body {
  const places = optionsOf(form, field.question).map(({ key, name }) => ({ key, name, moments: placeMoments(sums, field.key, key) }));
  const means = places.map(({ key, name, moments }) => ({ key, name, mean: make.mean(moments) }));
  return { kind: 'order', n: Math.max(0, ...places.map(({ moments }) => moments.n)), notApplicable: 0, counts: null, means };
}

function ofNumber({ form, sums, make }: Source, { key, question }: Extract<Field, { kind: 'number' }>): Body {
  const moments = amountMoments(sums, key, unitOf(form, question));
  return {
    kind: 'number',
    n: moments.n,
    notApplicable: 0,
    counts: null,
    means: [{ key, name: wholeName(form, key), mean: make.mean(moments) }],
  };
}

function unitOf(form: Form, key: string): number {
  const question = form.pages.flatMap(({ questions }) => questions).find((each) => each.key === key);
  return question?.type === 'number' ? 10 ** question.decimals : 1;
}
