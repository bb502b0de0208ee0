import { queryOptions } from '@tanstack/react-query';
import type { ServiceCase } from '@zhiheng/contract/cases/case';
import { getCase } from '@zhiheng/contract/cases/cases';
import { call } from '../../lib/call.ts';
import { m } from '../../paraglide/messages.js';
import { emptyArticle, type ArticleValues } from './article-values.ts';

/** The case from which an article is written. */
export const sourceCaseQuery = (number: string) =>
  queryOptions({ queryKey: ['cases', 'one', number], queryFn: ({ signal }) => call(getCase, { params: { id: number } }, { signal }) });

/** A first draft: what was asked, and what the customer was answered. What a customer wrote is not taken over: it may name people. */
export function draftOf({ subject, description, entries, remedy, tags, language, serviceId }: ServiceCase): ArticleValues {
  const answers = entries.filter(({ kind }) => kind === 'reply').map(({ body }) => body.trim());
  const parts = [
    [m.knowledge_draft_problem(), description.trim() === '' ? subject : description.trim()],
    [m.knowledge_draft_solution(), [...answers, remedy.trim()].filter((text) => text !== '').join('\n\n')],
  ];
  const text = parts.map(([head, words]) => `## ${head}\n\n${words}`).join('\n\n');
  return {
    ...emptyArticle,
    title: { ...emptyArticle.title, [language]: subject },
    body: { ...emptyArticle.body, [language]: text },
    keywords: [...tags],
    serviceIds: serviceId === null ? [] : [serviceId],
  };
}
