import { useQuery } from '@tanstack/react-query';
import type { Article } from '@zhiheng/contract/knowledge/knowledge';
import type { ReactNode } from 'react';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { FactTable } from '../../ui/fact-table.tsx';
import { useMay } from '../identity/index.ts';
import { serviceOptionsQuery } from '../subjects/index.ts';
import { ArticleBadge } from './article-words.tsx';

/** What an article concerns, and how it fares. */
export function ArticleFacts({ article }: { readonly article: Article }) {
  const format = useFormat();
  const may = useMay();
  const services = useQuery({ ...serviceOptionsQuery, enabled: may('catalog.read') });
  const names = (services.data ?? []).filter(({ id }) => article.serviceIds.includes(id)).map(({ name }) => format.text(name));
  const rows: [string, ReactNode][] = [
    [m.knowledge_state(), <ArticleBadge key="state" article={article} />],
    [m.knowledge_services(), names.length === 0 ? m.knowledge_services_all() : format.list(names)],
    [m.knowledge_keywords(), article.keywords.length === 0 ? '—' : format.list(article.keywords)],
    [m.knowledge_views(), format.number(article.views)],
    [m.knowledge_cases(), format.number(article.caseCount)],
    [m.knowledge_review_on(), article.reviewOn ?? m.knowledge_review_none()],
    [m.knowledge_published(), article.publishedAt === null ? m.knowledge_not_published() : format.date(article.publishedAt)],
    [m.knowledge_updated(), [format.date(article.updatedAt), article.updatedBy].filter((part) => part !== null).join(' · ')],
  ];
  return (
    <Card title={m.knowledge_facts()}>
      <FactTable label={m.knowledge_facts()} rows={rows} />
    </Card>
  );
}
