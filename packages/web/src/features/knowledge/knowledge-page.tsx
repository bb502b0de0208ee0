import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { MoreButton } from '../../ui/more-button.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { TabLinks } from '../../ui/tab-links.tsx';
import { useMay } from '../identity/index.ts';
import { ArticlesTable } from './articles-table.tsx';
import { DeflectionView } from './deflection-view.tsx';
import { KnowledgeFilter } from './knowledge-filter.tsx';
import { articlesQuery } from './knowledge.query.ts';
import buttons from '../../ui/link-button.module.css';
import type { KnowledgeSearch } from './knowledge.search.ts';

const route = getRouteApi('/app/knowledge');
type View = KnowledgeSearch['view'];

/** What the organisation knows: found, read, rated, and measured by the questions that it answers. */
export function KnowledgePage() {
  const search = route.useSearch();
  const may = useMay();
  const tabs: readonly (readonly [View, string])[] = [
    [undefined, m.knowledge_tab_all()],
    ['useful', m.knowledge_tab_useful()],
    ...(may('knowledge.write') ? [['review', m.knowledge_tab_review()] as const] : []),
    ['effect', m.knowledge_tab_effect()],
  ];
  return (
    <>
      <PageHeader title={m.knowledge_title()} line={m.knowledge_line()} actions={may('knowledge.write') ? <NewArticle /> : undefined} />
      <TabLinks label={m.knowledge_views_of()}>
        {tabs.map(([view, label]) => (
          <Link key={label} from="/app/knowledge" to="/app/knowledge" search={(now) => ({ ...now, view })} activeOptions={{ exact: true }}>
            {label}
          </Link>
        ))}
      </TabLinks>
      {search.view === 'effect' ? <DeflectionView /> : <Articles search={search} />}
    </>
  );
}

const NewArticle = () => (
  <Link to="/app/knowledge/new" className={buttons.primary}>
    {m.knowledge_new()}
  </Link>
);

function Articles({ search }: { readonly search: KnowledgeSearch }) {
  const navigate = route.useNavigate();
  const format = useFormat();
  const may = useMay();
  const query = useInfiniteQuery(articlesQuery(search));
  const narrow = (part: KnowledgeSearch) => void navigate({ search: (now) => ({ ...now, ...part }), replace: true });
  const narrowed = search.q !== undefined || search.state !== undefined || search.service !== undefined;
  return (
    <>
      <KnowledgeFilter search={search} onChange={narrow} />
      <QueryView query={query} skeleton={<Skeleton rows={8} height={40} />}>
        {({ pages }) => {
          const articles = pages.flatMap(({ items }) => items);
          if (articles.length > 0)
            return (
              <>
                <ArticlesTable articles={articles} />
                <p className="visually-hidden" role="status">
                  {m.knowledge_found({ n: format.number(pages[0]?.total ?? 0) })}
                </p>
                <MoreButton query={query} />
              </>
            );
          if (narrowed) return <NoMatch onClear={() => narrow({ q: undefined, state: undefined, service: undefined })} />;
          if (search.view === 'review')
            return <EmptyState title={m.knowledge_review_nothing()} words={m.knowledge_review_nothing_text()} />;
          return (
            <EmptyState
              title={m.knowledge_none_title()}
              words={m.knowledge_none_text()}
              action={may('knowledge.write') ? <NewArticle /> : undefined}
            />
          );
        }}
      </QueryView>
    </>
  );
}

const NoMatch = ({ onClear }: { readonly onClear: () => void }) => (
  <EmptyState
    title={m.knowledge_none_match()}
    words={m.knowledge_none_match_text()}
    action={<Button onClick={onClear}>{m.knowledge_clear()}</Button>}
  />
);
