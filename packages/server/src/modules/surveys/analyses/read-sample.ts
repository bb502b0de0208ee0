import { sql } from 'kysely';
import type { Analysis } from '@zhiheng/contract/surveys/analyses';
import type { PackedAnswers } from '@zhiheng/forms/answers';
import type { Form } from '@zhiheng/forms/definition';
import { conflict } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';
import { isWithin, type Cell } from '../results/cell.rules.ts';
import { readScope, type SurveyScope } from '../results/results-scope.ts';
import { answerColumns, isCounted, scalesOf, type StoredAnswer } from '../results/stored-answer.ts';
import { readForms } from '../versions/form-of-version.ts';
import type { AnswerCount } from './count-answers.ts';
import { translatorOf, type Sample, type SampleRow } from './sample.rules.ts';

/** More would not fit beside everything else. */
const mostAnswers = 300_000;

interface ReadSample {
  readonly sample: Sample;
  readonly told: NonNullable<Analysis['sample']>;
  /** of the whole survey, whatever was filtered */
  readonly answers: AnswerCount;
  readonly anonymous: boolean;
}

/** The answers that are asked for, in one statement: those that figures are made of, and nothing that says whose they are. */
export async function readSample(operation: Operation, surveyId: string, filters: Analysis['filters']): Promise<ReadSample> {
  const survey = await readScope(operation, surveyId);
  const [newest, ...older] = await readForms(operation, surveyId);
  if (newest === undefined) throw conflict('survey_has_no_version');
  const rows = await readAnswers(operation, surveyId);
  const chosen = new Map([newest, ...older].map(({ id, form }) => [id, { form, translate: translatorOf(form, newest.form) }] as const));
  const within = rows.filter((row) => isAsked(row, filters, chosen.get(row.versionId)?.form));
  const clean = within.filter(({ suspicious }) => !suspicious).length;
  const isSafe = maySplit(survey, { n: within.length, clean });
  const wanted = filters.quality === 'all' ? within : isSafe ? within.filter(({ suspicious }) => !suspicious) : [];
  return {
    sample: {
      form: newest.form,
      minimum: survey.minimum,
      rows: wanted.map((row) => sampleRow(row, chosen.get(row.versionId)?.translate ?? (() => []))),
    },
    told: {
      n: wanted.length,
      clean: isSafe ? clean : null,
      minimum: survey.minimum,
      waiting: survey.waiting,
      asOf: operation.now.toISOString(),
    },
    anonymous: survey.anonymous,
    answers: { n: rows.length, clean: rows.filter(({ suspicious }) => !suspicious).length },
  };
}

async function readAnswers({ db, orgId }: Operation, surveyId: string): Promise<readonly StoredAnswer[]> {
  const { rows } = await sql<StoredAnswer>`
    select ${answerColumns(sql`o.time_zone`)} from survey_response r
    join survey s on s.org_id = ${orgId} and s.id = r.survey_id
    join organisation o on o.org_id = ${orgId}
    where r.org_id = ${orgId} and r.survey_id = ${surveyId} and ${isCounted} order by r.id limit ${mostAnswers + 1}`.execute(db);
  if (rows.length > mostAnswers) throw conflict('too_many_answers', { most: mostAnswers });
  return rows;
}

function isAsked(row: StoredAnswer, filters: Analysis['filters'], form: Form | undefined): boolean {
  const { from = '0000-01', until = '9999-12' } = filters;
  return row.month >= from && row.month <= until && isWithin(row, filters, form?.groups ?? []);
}

/** Where suspicious answers of an anonymous survey are few, those without them are not told apart. */
const maySplit = ({ anonymous, minimum }: SurveyScope, { n, clean }: AnswerCount): boolean =>
  !anonymous || ((n === clean || n - clean >= minimum) && clean >= minimum);

function sampleRow(row: StoredAnswer, translate: ReturnType<typeof translatorOf>): SampleRow {
  const { serviceId, siteId, teamId, segmentId, groups, month, rest, scales } = row;
  const cell: Cell = { serviceId, siteId, teamId, segmentId, groups };
  return { ...cell, month, rest: rest satisfies PackedAnswers['rest'], scales: translate(scalesOf(scales)) };
}
