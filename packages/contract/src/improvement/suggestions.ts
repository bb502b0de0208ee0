import { z } from 'zod';
import { done, endpoint } from '../endpoint.ts';
import { id, idParams, instant, pageOf, pageQuery } from '../values/page.ts';
import { localProse, localText } from '../values/text.ts';
import { suggestionState } from './suggestion-kind.ts';

const version = z.number().int();
const count = z.number().int();
const words = (most: number) => z.string().trim().max(most);
const title = words(200).min(1);

export const suggestion = z.object({
  id,
  number: z.string(),
  title,
  text: z.string(),
  origin: z.enum(['staff', 'customer']),
  author: z.string(),
  /** how a customer can be reached; for those who may read personal values */
  contact: z.string(),
  mine: z.boolean(),
  serviceId: id.nullable(),
  serviceName: localText.nullable(),
  state: suggestionState,
  answer: z.string(),
  judgedBy: z.string().nullable(),
  finding: z.object({ id, number: z.string() }).nullable(),
  project: z.object({ id, number: z.string() }).nullable(),
  points: count,
  rewards: z.array(z.object({ points: count, note: z.string(), at: instant, by: z.string().nullable() })),
  at: instant,
  version,
});
export type Suggestion = z.infer<typeof suggestion>;

export const listSuggestions = endpoint('GET /api/v1/suggestions', {
  summary: 'Suggestions, the newest first',
  access: 'suggestions.read',
  query: pageQuery.extend({ q: z.string().max(200).optional(), state: suggestionState.optional(), mine: z.stringbool().optional() }),
  response: pageOf(suggestion),
});
export const makeSuggestion = endpoint('POST /api/v1/suggestions', {
  summary: 'Suggest something better',
  access: 'suggestions.write',
  body: z.object({ title, text: words(4000).default(''), serviceId: id.nullable().default(null) }),
  response: suggestion,
});
export const withdrawSuggestion = endpoint('POST /api/v1/suggestions/:id/withdrawal', {
  summary: 'Take one’s own suggestion back that nobody has judged yet',
  access: 'suggestions.write',
  params: idParams,
  response: suggestion,
});
export const judgeSuggestion = endpoint('POST /api/v1/suggestions/:id/judgement', {
  summary: 'Consider, accept, decline or finish a suggestion; declined needs an answer',
  access: 'suggestions.judge',
  params: idParams,
  body: z.object({
    version,
    state: suggestionState.extract(['considering', 'accepted', 'declined', 'done']),
    answer: words(2000).default(''),
  }),
  response: suggestion,
});
export const turnSuggestion = endpoint('POST /api/v1/suggestions/:id/work', {
  summary: 'Make a finding or a project of a suggestion, once',
  access: 'suggestions.judge',
  params: idParams,
  body: z.object({ version, into: z.enum(['finding', 'project']) }),
  response: suggestion,
});
export const rewardSuggestion = endpoint('POST /api/v1/suggestions/:id/rewards', {
  summary: 'Record a reward',
  access: 'suggestions.judge',
  params: idParams,
  body: z.object({ version, points: count.min(1).max(10_000), note: words(500).default('') }),
  response: suggestion,
});

const leader = z.object({ name: z.string(), suggestions: count, accepted: count, points: count });
export const suggestionLeaders = endpoint('GET /api/v1/suggestion-leaders', {
  summary: 'Who suggested most that was accepted, of the last twelve months; empty when it is switched off',
  access: 'suggestions.read',
  response: z.object({ shown: z.boolean(), items: z.array(leader) }),
});

const settings = z.object({ leaderboard: z.boolean(), public: z.boolean(), intro: localProse });
export type SuggestionSettings = z.infer<typeof settings>;
const savedSettings = settings.extend({ version, url: z.string().nullable() });
export const getSuggestionSettings = endpoint('GET /api/v1/suggestion-settings', {
  summary: 'Whether customers may suggest, and whether there is a leaderboard',
  access: 'suggestions.judge',
  response: savedSettings,
});
export const saveSuggestionSettings = endpoint('PUT /api/v1/suggestion-settings', {
  summary: 'Open or close the box for customers, show or hide the leaderboard',
  access: 'suggestions.judge',
  body: settings.extend({ version }),
  response: savedSettings,
});

const boxParams = z.object({ code: z.string().min(4).max(40) });
export const openSuggestionBox = endpoint('GET /api/v1/suggestion-boxes/:code', {
  summary: 'What the page says on which customers suggest',
  access: 'public',
  params: boxParams,
  response: z.object({ organisation: z.string(), intro: localProse }),
});
export const putIntoBox = endpoint('POST /api/v1/suggestion-boxes/:code/suggestions', {
  summary: 'Suggest something as a customer',
  access: 'public',
  params: boxParams,
  body: z.object({ title, text: words(4000).default(''), name: words(120).default(''), contact: words(200).default('') }),
  response: done,
});
