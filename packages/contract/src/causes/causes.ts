import { z } from 'zod';
import { done, endpoint } from '../endpoint.ts';
import { id, idParams, instant, pageOf, pageQuery } from '../values/page.ts';
import { localText } from '../values/text.ts';
import { causeMethod, causeTree } from './cause-tree.ts';
import { causeEvidence, evidenceRequest, evidenceResult } from './evidence.ts';

const version = z.number().int();
const count = z.number().int();
const title = z.string().trim().min(1).max(200);

export const causeState = z.enum(['open', 'supported', 'refuted']);
export type CauseState = z.infer<typeof causeState>;

export const analysisRow = z.object({
  id,
  findingId: id,
  findingNumber: z.string(),
  finding: localText,
  method: causeMethod,
  title,
  causes: count,
  supported: count,
  refuted: count,
  version,
  updatedAt: instant,
  updatedBy: z.string().nullable(),
});
export type AnalysisRow = z.infer<typeof analysisRow>;

export const analysis = analysisRow.extend({
  tree: causeTree,
  /** of every cause, by the evidence linked to it: evidence for and against leaves it open */
  states: z.record(z.string(), causeState),
  evidence: z.array(causeEvidence),
});
export type CauseAnalysis = z.infer<typeof analysis>;

export const listAnalyses = endpoint('GET /api/v1/cause-analyses', {
  summary: 'Analyses of causes, those that changed last first',
  access: 'findings.read',
  query: pageQuery.extend({ q: z.string().max(200).optional(), findingId: id.optional(), method: causeMethod.optional() }),
  response: pageOf(analysisRow),
});
export const getAnalysis = endpoint('GET /api/v1/cause-analyses/:id', {
  summary: 'An analysis with its tree, its evidence and what that says of each cause',
  access: 'findings.read',
  params: idParams,
  response: analysis,
});
export const createAnalysis = endpoint('POST /api/v1/cause-analyses', {
  summary: 'Begin to look for the causes of a finding',
  access: 'findings.write',
  body: z.object({ findingId: id, method: causeMethod, title: title.optional() }),
  response: analysis,
});
/** `version` is the version that was read; another one means somebody else saved first. */
export const saveTree = endpoint('PUT /api/v1/cause-analyses/:id/tree', {
  summary: 'Save the tree of an analysis',
  access: 'findings.write',
  params: idParams,
  body: z.object({ version, title: title.optional(), tree: causeTree }),
  response: analysis,
});
export const deleteAnalysis = endpoint('DELETE /api/v1/cause-analyses/:id', {
  summary: 'Move an analysis to the trash',
  access: 'findings.write',
  params: idParams,
  response: done,
});
const evidenceBody = z.object({
  nodeId: z.string().min(1).max(40),
  request: evidenceRequest,
  note: z.string().trim().max(2000).default(''),
});
export const addCauseEvidence = endpoint('POST /api/v1/cause-analyses/:id/evidence', {
  summary: 'Link a figure or a test to a cause; it is worked out now and stored as it is',
  access: 'findings.write',
  params: idParams,
  body: evidenceBody,
  response: analysis,
});
export const tryCauseEvidence = endpoint('POST /api/v1/cause-evidence-trials', {
  summary: 'What a figure or a test would say, without storing it',
  access: 'findings.read',
  body: z.object({ request: evidenceRequest }),
  response: evidenceResult,
});
export const withdrawCauseEvidence = endpoint('DELETE /api/v1/cause-analyses/:id/evidence/:evidenceId', {
  summary: 'Take evidence away that does not belong there; the log keeps what it said',
  access: 'findings.write',
  params: z.object({ id, evidenceId: id }),
  response: analysis,
});
export const recomputeCauseEvidence = endpoint('GET /api/v1/cause-analyses/:id/evidence/:evidenceId/recomputation', {
  summary: 'The same figure or test on the data of today, beside what was stored',
  access: 'findings.read',
  params: z.object({ id, evidenceId: id }),
  response: z.object({ stored: evidenceResult, now: evidenceResult, same: z.boolean() }),
});
