import { Link } from '@tanstack/react-router';
import type { ArticleRow } from '@zhiheng/contract/knowledge/knowledge';
import type { Format } from '../../lib/format/use-format.ts';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { DataTable, type Column } from '../../ui/data-table.tsx';
import { TwoLines } from '../../ui/two-lines.tsx';
import { ArticleBadge, languageTag, shownLocale } from './article-words.tsx';

export function ArticlesTable({ articles }: { readonly articles: readonly ArticleRow[] }) {
  const format = useFormat();
  return <DataTable label={m.knowledge_title()} columns={columnsFor(format)} rows={articles} rowKey={({ id }) => id} />;
}

const columnsFor = (format: Format): Column<ArticleRow>[] => [
  { key: 'title', title: m.knowledge_article(), lead: true, width: '52%', cell: (article) => <Title article={article} /> },
  { key: 'state', title: m.knowledge_state(), cell: (article) => <ArticleBadge article={article} /> },
  { key: 'useful', title: m.knowledge_useful(), align: 'end', cell: (article) => usefulWords(article, format) },
  { key: 'views', title: m.knowledge_views(), align: 'end', cell: ({ views }) => format.number(views) },
  { key: 'cases', title: m.knowledge_cases(), align: 'end', cell: ({ caseCount }) => format.number(caseCount) },
  { key: 'updated', title: m.knowledge_updated(), align: 'end', cell: ({ updatedAt }) => format.date(updatedAt) },
];

function Title({ article }: { readonly article: ArticleRow }) {
  const format = useFormat();
  const locale = shownLocale(article.title, format.locale);
  return (
    <span lang={languageTag[locale]}>
      <TwoLines
        first={
          <Link to="/app/knowledge/$id" params={{ id: article.id }}>
            {article.title[locale]}
          </Link>
        }
        second={article.excerpt[locale]}
      />
    </span>
  );
}

function usefulWords({ useful, notUseful }: ArticleRow, format: Format): string {
  const all = useful + notUseful;
  return all === 0 ? '—' : m.knowledge_useful_of({ yes: format.number(useful), all: format.number(all) });
}
