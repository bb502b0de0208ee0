import { visible, type Answer, type Answers } from '@zhiheng/forms/answers';
import { fieldsOf, type Field, type ScaleField } from '@zhiheng/forms/fields';
import type { Form, Question } from '@zhiheng/forms/definition';

/** A stream of numbers in [0, 1). */
export type Random = () => number;

const clamp = (share: number): number => Math.min(1, Math.max(0, share));
const pick = <T>(random: Random, choices: readonly T[]): T | undefined => choices[Math.floor(random() * choices.length)];
/** About normal with standard deviation 1: the sum of twelve even draws. */
const noise = (random: Random): number => Array.from({ length: 12 }, random).reduce((sum, draw) => sum + draw, -6);

/** What somebody made up would answer who is content to the degree `mood`, from 0 to 1. Only what is asked is answered. */
export function drawAnswers(form: Form, mood: number, random: Random): Answers {
  const questions = new Map(form.pages.flatMap((page) => page.questions).map((question) => [question.key, question]));
  const drawn: Record<string, Answer> = {};
  for (const field of fieldsOf(form)) {
    const answer = draw(field, questions.get(field.question), { mood, random });
    if (answer !== null) drawn[field.key] = answer;
  }
  for (const question of questions.values()) if (question.type === 'points') Object.assign(drawn, sharedOut(question));
  return visible(form, drawn, {}).answers;
}

interface Person {
  readonly mood: number;
  readonly random: Random;
}

function draw(field: Field, question: Question | undefined, person: Person): Answer | null {
  switch (field.kind) {
    case 'scale':
      return onScale(field, person);
    case 'choice':
      return pick(person.random, field.options) ?? null;
    case 'choices':
      return shuffled(field.options, person.random).slice(0, 1);
    case 'order':
      return shuffled(field.options, person.random);
    default:
      return drawWritten(field, question, person);
  }
}

function drawWritten(field: Field, question: Question | undefined, person: Person): Answer | null {
  if (field.kind === 'text') return field.option === null ? said(person) : null;
  return field.kind === 'number' && question?.type === 'number' ? (question.min ?? 0) : null;
}

const shuffled = (options: readonly string[], random: Random): string[] =>
  options
    .map((option) => ({ option, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ option }) => option);

/** What is expected, and what is important, hardly depends on the mood. */
function onScale({ min, max, facet }: ScaleField, { mood, random }: Person): number {
  const wanted = facet === 'expectation' || facet === 'importance' ? 0.88 : mood;
  return min + Math.round(clamp(wanted + 0.12 * noise(random)) * (max - min));
}

/** One in four says something. */
function said({ mood, random }: Person): string | null {
  if (random() > 0.25) return null;
  return pick(random, mood < 0.55 ? complaints : praise) ?? null;
}

const complaints = ['等的时间太长', '没有人告诉我进展到哪一步', '同样的问题又出现了', '每个人的说法都不一样', '打了几次电话才有人接'];
const praise = ['很快就解决了', '工作人员很耐心', '一次就办好了', '解释得很清楚', '谢谢，继续保持'];

function sharedOut({ key, rows, total }: Extract<Question, { type: 'points' }>): Record<string, number> {
  const each = Math.floor(total / rows.length);
  return Object.fromEntries(rows.map((row, at) => [`${key}.${row.key}`, at === 0 ? total - each * (rows.length - 1) : each]));
}
