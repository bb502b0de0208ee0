import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { readArticle, type Article } from '@zhiheng/contract/knowledge/knowledge';
import type { Locale } from '@zhiheng/contract/values/text';
import { Segmented } from 'antd';
import { useEffect } from 'react';
import { call } from '../../lib/call.ts';
import { useFormat } from '../../lib/format/use-format.ts';
import { statusOf } from '../../lib/problem-words.ts';
import { m } from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { useMay } from '../identity/index.ts';
import { ArticleActions } from './article-actions.tsx';
import { ArticleFacts } from './article-facts.tsx';
import { ArticleHistory } from './article-history.tsx';
import { ArticleText } from './article-text.tsx';
import { ArticleVotes } from './article-votes.tsx';
import { shownLocale, titleOf } from './article-words.tsx';
import styles from './article-page.module.css';
import { articleQuery } from './knowledge.query.ts';

const route = getRouteApi('/app/knowledge/$id');

/** One article, to be read. */
export function ArticlePage() {
  const { id } = route.useParams();
  const search = route.useSearch();
  const may = useMay();
  const format = useFormat();
  const query = useQuery(articleQuery(id));
  const article = query.data;
  const wanted = search.in ?? format.locale;
  // A reading is counted when the page is opened, whatever is fetched again later.
  useEffect(() => void call(readArticle, { params: { id }, body: {} }).catch(() => undefined), [id]);
  return (
    <>
      <PageHeader
        title={article === undefined ? m.knowledge_title() : titleOf(article.title, wanted)}
        line={
          article === undefined
            ? undefined
            : m.knowledge_article_line({ at: format.date(article.updatedAt), n: format.number(article.views) })
        }
        actions={
          <>
            <Link to="/app/knowledge">{m.knowledge_back()}</Link>
            {article !== undefined && may('knowledge.write') ? <ArticleActions article={article} /> : null}
          </>
        }
      />
      {statusOf(query.error) === 404 ? (
        <EmptyState title={m.knowledge_gone()} action={<Link to="/app/knowledge">{m.knowledge_back()}</Link>} />
      ) : (
        <QueryView query={query}>{(data) => <Content article={data} locale={shownLocale(data.title, wanted)} />}</QueryView>
      )}
    </>
  );
}

function Content({ article, locale }: { readonly article: Article; readonly locale: Locale }) {
  const may = useMay();
  const navigate = route.useNavigate();
  const both = article.title.zh !== '' && article.title.en !== '';
  return (
    <div className={styles.grid}>
      <Card>
        {both ? (
          <Segmented<Locale>
            className={styles.language}
            aria-label={m.knowledge_language()}
            value={locale}
            options={[
              { value: 'zh', label: '中文' },
              { value: 'en', label: 'English' },
            ]}
            onChange={(next) => void navigate({ search: { in: next }, replace: true })}
          />
        ) : null}
        {article.body[locale].trim() === '' ? (
          <p className={styles.quiet}>{m.knowledge_no_text()}</p>
        ) : (
          <ArticleText text={article.body[locale]} locale={locale} />
        )}
        <ArticleVotes article={article} />
      </Card>
      <div className={styles.side}>
        <ArticleFacts article={article} />
        {may('knowledge.write') ? <ArticleHistory article={article} /> : null}
      </div>
    </div>
  );
}
