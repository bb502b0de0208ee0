import { wilsonInterval } from '@zhiheng/stats/intervals';
import { contentWords, sentencesOf } from '@zhiheng/text/segmentation';
import { discoverThemes } from '@zhiheng/text/themes';
import { sql } from 'kysely';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { getSurveyTexts as endpoint, SurveyTexts } from '@zhiheng/contract/feedback/survey-texts';
import { notFound } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';

type Theme = SurveyTexts['themes'][number];

/** More texts without a theme would not say more. */
const mostRead = 1000;
const mostFound = 8;
const mostWords = 6;

/** Themes and sentiment of what was written in the answers to a survey: of an anonymous one only released answers are feedback at all. */
export async function readSurveyTexts(
  operation: Operation,
  { params }: Pick<Parsed<typeof endpoint>, 'params'>,
): Promise<Reply<typeof endpoint>> {
  const { db, orgId } = operation;
  const { rows } = await sql<Pick<SurveyTexts, 'n' | 'positive' | 'negative' | 'unclear' | 'corrected' | 'withoutTheme'>>`
    select count(f.id)::int4 as n, count(*) filter (where f.polarity = 'positive')::int4 as positive,
      count(*) filter (where f.polarity = 'negative')::int4 as negative,
      (count(f.id) - count(*) filter (where f.polarity in ('positive', 'negative')))::int4 as unclear,
      count(*) filter (where f.polarity_by = 'hand' or f.themes_by = 'hand')::int4 as corrected,
      count(*) filter (where f.theme_ids = '{}')::int4 as "withoutTheme"
    from survey s left join feedback f on f.org_id = ${orgId} and f.channel = 'survey' and f.survey_id = s.id
    where s.org_id = ${orgId} and s.id = ${params.id} and s.deleted_at is null group by s.id`.execute(db);
  const [whole] = rows;
  if (whole === undefined) throw notFound('survey');
  return { ...whole, themes: await readThemes(operation, params.id), found: await findThemes(operation, params.id) };
}

interface ThemeRow extends Omit<Theme, 'negative' | 'quotes'> {
  readonly negative: number;
  readonly quotes: Theme['quotes'] | null;
}

/** A quote for each sentiment, in an order that says nothing of who wrote when. */
async function readThemes({ db, orgId }: Operation, surveyId: string): Promise<Theme[]> {
  const { rows } = await sql<ThemeRow>`
    with said as (
      select t.id as theme_id, f.id, f.body, f.polarity,
        row_number() over (partition by t.id, f.polarity order by f.record_key) as place
      from feedback f cross join unnest(f.theme_ids) t (id)
      where f.org_id = ${orgId} and f.channel = 'survey' and f.survey_id = ${surveyId})
    select t.id, t.name, count(*)::int4 as n, count(*) filter (where s.polarity = 'positive')::int4 as positive,
      count(*) filter (where s.polarity = 'negative')::int4 as negative,
      jsonb_agg(jsonb_build_object('id', s.id, 'body', s.body, 'polarity', s.polarity) order by s.polarity, s.id) filter (where s.place = 1) as quotes
    from said s join feedback_theme t on t.org_id = ${orgId} and t.id = s.theme_id group by t.org_id, t.id order by n desc, t.id`.execute(
    db,
  );
  return rows.map(({ negative, quotes, ...theme }) => {
    const [low, high] = wilsonInterval(negative, theme.n) ?? [null, null];
    return { ...theme, negative: { kind: 'figure', n: theme.n, value: negative / theme.n, low, high }, quotes: quotes ?? [] };
  });
}

async function findThemes({ db, orgId }: Operation, surveyId: string): Promise<SurveyTexts['found']> {
  const { rows } = await sql<{ body: string }>`
    select body from feedback where org_id = ${orgId} and channel = 'survey' and survey_id = ${surveyId} and theme_ids = '{}'
    order by record_key limit ${mostRead}`.execute(db);
  const sentences = rows.flatMap(({ body }) => sentencesOf(body).map((sentence) => contentWords(sentence)));
  return discoverThemes(sentences)
    .slice(0, mostFound)
    .map(({ words, n }) => ({ words: words.slice(0, mostWords), n }));
}
