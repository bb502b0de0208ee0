import { fieldKind, fieldSessionState, fieldStudyState } from '@zhiheng/contract/fieldwork/fieldwork-kinds';
import { id } from '@zhiheng/contract/values/page';
import { z } from 'zod';

const words = z.string().max(200).optional().catch(undefined);
const part = id.optional().catch(undefined);
const day = z.iso.date().optional().catch(undefined);

export const studyOrder = z.enum(['changed', 'name', 'begin', 'held']);
export type StudyOrder = z.infer<typeof studyOrder>;

export const studiesSearch = z.object({
  q: words,
  kind: fieldKind.optional().catch(undefined),
  state: fieldStudyState.optional().catch(undefined),
  serviceId: part,
  order: studyOrder.optional().catch(undefined),
  edit: z.literal('new').optional().catch(undefined),
});
export type StudiesSearch = z.infer<typeof studiesSearch>;

export const sessionsView = z.enum(['list', 'week', 'month']);
export type SessionsView = z.infer<typeof sessionsView>;

export const sessionsSearch = z.object({
  /** the list when it is left out */
  view: sessionsView.optional().catch(undefined),
  /** a day of the week or month that is shown; today when it is left out */
  on: day,
  state: fieldSessionState.optional().catch(undefined),
  /** whose: everybody's when it is left out */
  person: z.literal('me').or(id).optional().catch(undefined),
  siteId: part,
  teamId: part,
  edit: z.literal('new').optional().catch(undefined),
});
export type SessionsSearch = z.infer<typeof sessionsSearch>;

export const resultsSearch = z.object({ from: day, until: day, siteId: part, teamId: part, serviceId: part });
export type ResultsSearch = z.infer<typeof resultsSearch>;

export const sessionSearch = z.object({ view: z.enum(['notes', 'sheets']).optional().catch(undefined), quote: part });

export const codesSearch = z.object({
  view: z.enum(['matrix']).optional().catch(undefined),
  codeId: id.or(z.literal('none')).optional().catch(undefined),
  sessionId: part,
  lost: z.literal(true).optional().catch(undefined),
  q: words,
});
export type CodesSearch = z.infer<typeof codesSearch>;
