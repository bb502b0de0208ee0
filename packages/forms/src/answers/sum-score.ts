import type { MeasureOf } from '../definition/index.ts';
import { answerAt, type Answer, type Answers } from './answers.ts';

/**
 * Sum of points over the fields that were answered; null when none was. What is chosen or answered counts `points['field.answer']`; without
 * such an entry a number counts itself and an option nothing.
 * @example sumScore({ fields: ['clean', 'rooms'], points: { 'clean.yes': 5 } }, { clean: 'yes', rooms: 3 }) // 8
 */
export function sumScore({ fields, points }: Pick<MeasureOf<'sum'>, 'fields' | 'points'>, answers: Answers): number | null {
  const found = fields.flatMap((field) => {
    const answer = answerAt(answers, field);
    return answer === null ? [] : [pointsAt(field, answer, points)];
  });
  return found.length === 0 ? null : found.reduce((sum, each) => sum + each, 0);
}

function pointsAt(field: string, answer: Answer, points: Readonly<Record<string, number>>): number {
  if (typeof answer === 'object') return answer.reduce((sum, option) => sum + pointsAt(field, option, points), 0);
  const key = `${field}.${answer}`;
  if (Object.hasOwn(points, key)) return points[key]!;
  return typeof answer === 'number' ? answer : 0;
}
