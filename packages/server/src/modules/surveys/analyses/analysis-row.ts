import { sql } from 'kysely';
import type { Analysis, AnalysisRow } from '@zhiheng/contract/surveys/analyses';
import { notFound } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';
import { countAnswers, type AnswerCount } from './count-answers.ts';

type Reader = Pick<Operation, 'db' | 'orgId'>;

interface Row extends Pick<
  Analysis,
  'id' | 'surveyId' | 'request' | 'filters' | 'state' | 'progress' | 'sample' | 'failure' | 'createdBy'
> {
  readonly answers: number | null;
  readonly cleanAnswers: number | null;
  readonly result: Analysis['result'];
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
}

interface Which {
  readonly id?: string;
  readonly surveyId?: string;
  /** older than the one with this id: ids sort by time of making */
  readonly before?: string | undefined;
  readonly most: number;
  readonly withResult: boolean;
}

/** Analyses of surveys that are not in the trash, newest first. */
export async function readAnalyses(reader: Reader, { id, surveyId, before, most, withResult }: Which): Promise<Analysis[]> {
  const { db, orgId } = reader;
  const { rows } = await sql<Row>`
    select a.id, a.survey_id as "surveyId", a.request, a.filters, a.state, a.progress, a.sample, a.answers, a.clean_answers as "cleanAnswers",
      ${withResult ? sql`a.result` : sql`null::jsonb as result`}, a.failure, a.created_at as "createdAt", coalesce(p.name, k.name) as "createdBy",
      a.finished_at as "finishedAt"
    from survey_analysis a
    join survey s on s.org_id = ${orgId} and s.id = a.survey_id and s.deleted_at is null
    left join account p on p.org_id = ${orgId} and p.id = a.created_by
    left join api_key k on k.org_id = ${orgId} and k.id = a.created_by
    where a.org_id = ${orgId} ${id === undefined ? sql`` : sql`and a.id = ${id}`} ${before === undefined ? sql`` : sql`and a.id < ${before}`}
      ${surveyId === undefined ? sql`` : sql`and a.survey_id = ${surveyId}`}
    order by a.id desc limit ${most}`.execute(db);
  const counts = await countAnswers(reader, [...new Set(rows.map((row) => row.surveyId))]);
  return rows.map((row) => toldOf(row, counts.get(row.surveyId) ?? { n: 0, clean: 0 }));
}

export async function readAnalysis(reader: Reader, id: string): Promise<Analysis> {
  const [found] = await readAnalyses(reader, { id, most: 1, withResult: true });
  if (found === undefined) throw notFound('survey-analysis');
  return found;
}

export function rowOf({ result: _result, ...row }: Analysis): AnalysisRow {
  return row;
}

function toldOf({ answers, cleanAnswers, createdAt, finishedAt, ...row }: Row, now: AnswerCount): Analysis {
  const isKnown = answers !== null && cleanAnswers !== null;
  return {
    ...row,
    since: isKnown ? now.n - answers : null,
    stale: isKnown && (now.n !== answers || now.clean !== cleanAnswers),
    createdAt: createdAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
  };
}
