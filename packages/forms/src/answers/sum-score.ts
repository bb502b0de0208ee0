import type { MeasureOf } from '../definition/index.ts';
import { answerAt, notApplicable, type Answer, type Answers } from './answers.ts';

/**
 * Sum of points over the fields that were answered; null when none was. What is chosen or answered counts `points['field.answer']`; without
 * such an entry a number counts itself, an option nothing, and "not applicable" is no answer.
 * @example sumScore({ fields: ['clean', 'rooms'], points: { 'clean.yes': 5 } }, { clean: 'yes', rooms: 3 }) // 8
 */
export function sumScore({ fields, points }: Pick<MeasureOf<'sum'>, 'fields' | 'points'>, answers: Answers): number | null {
  const found = fields.map((field) => answeredPoints(field, answerAt(answers, field), points)).filter((each) => each !== null);
  return found.length === 0 ? null : found.reduce((sum, each) => sum + each, 0);
}

function answeredPoints(field: string, answer: Answer | null, points: Readonly<Record<string, number>>): number | null {
  if (answer === null || (answer === notApplicable && !Object.hasOwn(points, `${field}.${answer}`))) return null;
  return pointsAt(field, answer, points);
}

function pointsAt(field: string, answer: Answer, points: Readonly<Record<string, number>>): number {
  if (typeof answer === 'object') return answer.reduce((sum, option) => sum + pointsAt(field, option, points), 0);
  const key = `${field}.${answer}`;
  if (Object.hasOwn(points, key)) return points[key]!;
  return typeof answer === 'number' ? answer : 0;
}
