import type { Figure } from '@zhiheng/contract/surveys/figure';
import type { Survey } from '@zhiheng/contract/surveys/surveys';
import type { FormInput } from '@zhiheng/forms/definition';
import { expect } from 'vitest';
import type { TestOrganisation } from '../../../testing/sign-in.ts';
import { both, formOf, rowsNamed, storeAnswers } from '../results/results.factory.ts';
import { openSurvey } from '../surveys.factory.ts';

export const close = (value: number, digits = 6) => expect.closeTo(value, digits) as number;
export const valueOf = (figure: Figure): number => (figure.kind === 'figure' ? figure.value : NaN);
export const limitsOf = (figure: Figure): number[] => (figure.kind === 'figure' ? [figure.low ?? NaN, figure.high ?? NaN] : []);
/** The field of a column of a table. */
export const fieldOf = (column: string): string => `m.${column.toLowerCase()}`;

interface Source {
  readonly table: readonly Record<string, string>[];
  readonly columns: readonly string[];
  readonly scale: { readonly min: number; readonly max: number };
  readonly measures?: FormInput['measures'];
}

/** A survey with one matrix, a row for each column of a table, and its lines as answers. */
export async function surveyOf(org: TestOrganisation, { table, columns, scale, measures = [] }: Source): Promise<Survey> {
  const rows = rowsNamed(columns.map((column) => column.toLowerCase()));
  const survey = await openSurvey(org, { form: formOf([{ key: 'm', type: 'matrix', text: both('Items'), rows, scale }], measures) });
  const people = table.map((line) => ({ answers: Object.fromEntries(columns.map((column) => [fieldOf(column), Number(line[column])])) }));
  await storeAnswers(org, survey, people);
  return survey;
}
