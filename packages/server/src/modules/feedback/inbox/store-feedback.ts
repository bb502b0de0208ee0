import { sql } from 'kysely';
import type { FeedbackChannel } from '@zhiheng/contract/feedback/feedback-kinds';
import { wordsIn } from '../../../platform/database/search-words.rules.ts';
import { newId } from '../../../platform/identifier.ts';
import type { Operation } from '../../../platform/operation.ts';
import { loadJudge } from '../themes/judge-text.ts';

/** What somebody said, before anybody has looked at it. */
export interface NewFeedback {
  readonly channel: FeedbackChannel;
  readonly source: string;
  /** the same again is the same feedback; null: it is always new */
  readonly recordKey: string | null;
  readonly author: string;
  readonly contact: string;
  readonly customerId: string | null;
  readonly surveyId: string | null;
  readonly responseId: string | null;
  readonly aboutCaseId: string | null;
  readonly serviceId: string | null;
  readonly siteId: string | null;
  readonly teamId: string | null;
  readonly segmentId: string | null;
  readonly body: string;
  readonly score: number | null;
  readonly scoreMax: number | null;
  readonly tags: readonly string[];
  readonly at: Date;
}

export const emptyFeedback: Omit<NewFeedback, 'channel' | 'body' | 'at'> = {
  source: '',
  recordKey: null,
  author: '',
  contact: '',
  customerId: null,
  surveyId: null,
  responseId: null,
  aboutCaseId: null,
  serviceId: null,
  siteId: null,
  teamId: null,
  segmentId: null,
  score: null,
  scoreMax: null,
  tags: [],
};

/** Stores what is not there yet, with themes and sentiment; returns the ids of what is new. */
export async function storeFeedback(operation: Operation, feedback: readonly NewFeedback[]): Promise<string[]> {
  if (feedback.length === 0) return [];
  const { db, orgId, now } = operation;
  const judge = await loadJudge(operation);
  const rows = feedback.map((one) => ({ ...one, id: newId(), ...judge(one.body), words: feedbackWords(one) }));
  const { rows: stored } = await sql<{ id: string }>`
    insert into feedback (org_id, id, channel, source, record_key, author, contact, customer_id, survey_id, response_id, about_case_id, service_id,
      site_id, team_id, segment_id, language, body, score, score_max, theme_ids, polarity, probability, tags, words, at, created_at)
    select ${orgId}, r.id, r.channel, r.source, r."recordKey", r.author, r.contact, r."customerId", r."surveyId", r."responseId", r."aboutCaseId",
      r."serviceId", r."siteId", r."teamId", r."segmentId", r.language, r.body, r.score, r."scoreMax", r."themeIds", r.polarity, r.probability,
      r.tags, r.words::tsvector, r.at, ${now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, channel text, source text, "recordKey" text, author text, contact text,
      "customerId" uuid, "surveyId" uuid, "responseId" uuid, "aboutCaseId" uuid, "serviceId" uuid, "siteId" uuid, "teamId" uuid, "segmentId" uuid,
      language text, body text, score float8, "scoreMax" float8, "themeIds" uuid[], polarity text, probability float8, tags text[], words text,
      at timestamptz)
    on conflict (org_id, channel, source, record_key) do nothing returning id`.execute(db);
  return stored.map(({ id }) => id);
}

/** The words by which a text is found; nobody's name is among them, so that a search is no way around the mask. */
const feedbackWords = ({ body, source, tags }: Pick<NewFeedback, 'body' | 'source' | 'tags'>): string =>
  wordsIn([body, source, ...tags].join(' '))
    .map((word) => `'${word}'`)
    .join(' ');
