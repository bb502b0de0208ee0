import { useQuery } from '@tanstack/react-query';
import type { Article } from '@zhiheng/contract/knowledge/knowledge';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { ArticleText } from './article-text.tsx';
import { shownLocale, stateWords, titleOf } from './article-words.tsx';
import styles from './article-page.module.css';
import { versionsQuery } from './knowledge.query.ts';

/** How the article read before. */
export function ArticleHistory({ article }: { readonly article: Article }) {
  const format = useFormat();
  const query = useQuery(versionsQuery(article.id));
  return (
    <Card title={m.knowledge_history()}>
      <QueryView query={query}>
        {(versions) => (
          <div className={styles.versions}>
            {versions.map(({ version, title, body, state, savedAt, savedBy }) => (
              <details key={version}>
                <summary>
                  {m.knowledge_version({ n: version })} · {format.dateTime(savedAt)}
                  {savedBy === null ? '' : ` · ${savedBy}`} · {stateWords[state]()}
                </summary>
                <p className={styles.old}>{titleOf(title, format.locale)}</p>
                <ArticleText text={body[shownLocale(title, format.locale)]} locale={shownLocale(title, format.locale)} />
              </details>
            ))}
          </div>
        )}
      </QueryView>
    </Card>
  );
}
