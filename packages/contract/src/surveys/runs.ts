import { form } from '@zhiheng/forms/definition';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, instant } from '../values/page.ts';
import { localText } from '../values/text.ts';

const token = z.string().min(16).max(100);
const params = z.object({ token });
/** Parsed by shape only: what may stand in which field is checked against the form. */
export const rawAnswers = z.record(
  z.string().max(90),
  z.union([z.string().max(10_000), z.number(), z.array(z.string().max(200)).max(200)]),
);
export type RawAnswers = z.infer<typeof rawAnswers>;

/** Why no answer is taken now. */
export const closedReason = z.enum(['closed', 'not-yet', 'over', 'outside-hours', 'quota-full', 'already-answered', 'stopped']);
export type ClosedReason = z.infer<typeof closedReason>;

/** What a runner needs, at once. */
export const run = z.object({
  state: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('open') }),
    z.object({ kind: z.literal('closed'), reason: closedReason, opensAt: instant.nullable() }),
  ]),
  organisation: z.string(),
  /** of the organisation: in it `opensAt` is said */
  timeZone: z.string(),
  surveyName: localText,
  versionId: id,
  form,
  given: z.record(z.string(), z.string()),
  anonymous: z.boolean(),
  mode: z.enum(['link', 'kiosk', 'telephone', 'snippet', 'preview']),
  /** asked personally: may refuse to be asked again */
  invited: z.boolean(),
  /** of the invitation; null: whatever the reader prefers */
  language: z.string().max(20).nullable(),
  resetSeconds: z.number().int(),
  /** saved earlier under `resume`, with the page that was reached */
  saved: z.object({ answers: rawAnswers, page: z.string().nullable(), language: z.string() }).nullable(),
});
export type Run = z.infer<typeof run>;

/** `resume` is a secret that the browser made and keeps; whoever holds it may go on. */
const resume = z.string().regex(/^[A-Za-z0-9_-]{22,64}$/);

export const openRun = endpoint('GET /api/v1/runs/:token', {
  summary: 'What a runner needs to ask: form, what is given, what was saved',
  access: 'public',
  params,
  query: z.object({ resume: resume.optional() }),
  response: run,
});
export const saveRun = endpoint('PUT /api/v1/runs/:token/draft', {
  summary: 'Save the answers so far; nothing counts until it is submitted',
  access: 'public',
  params,
  body: z.object({ resume, versionId: id, answers: rawAnswers, page: z.string().max(40).nullable(), language: z.string().max(20) }),
  response: z.object({ savedAt: instant }),
});
/** How it was answered, as the runner saw it: seconds by page, what was pasted. Used to look at quality only, not kept for anonymous surveys beyond its flags. */
export const trace = z.object({
  seconds: z.number().min(0).max(864_000),
  pages: z.array(z.number().min(0).max(864_000)).max(60).default([]),
  pasted: z.number().int().min(0).max(1000).default(0),
  device: z.string().max(100).default(''),
});
export const submitRun = endpoint('POST /api/v1/runs/:token/responses', {
  summary: 'Submit answers. The same `resume` submitted again changes nothing and gets the same reply',
  access: 'public',
  params,
  body: z.object({ resume, versionId: id, answers: rawAnswers, language: z.string().max(20), trace, consent: z.boolean().default(false) }),
  response: z.object({ state: z.enum(['complete', 'screened-out', 'quota-full']), ending: z.string().nullable() }),
});
export const uploadToRun = endpoint('POST /api/v1/runs/:token/files/:field', {
  summary: 'Upload a file for a question; the id is the answer. As a form with one file',
  access: 'public',
  params: z.object({ token, field: z.string().max(90) }),
  query: z.object({ resume }),
  body: z.unknown(),
  response: z.object({ id, name: z.string(), size: z.number().int() }),
});
