import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { shownLocale, titleOf } from '../article-words.tsx';
import styles from './suggestion-list.module.css';
import type { SuggestedArticle } from './suggestions.query.ts';

interface Props {
  readonly items: readonly SuggestedArticle[];
  readonly onOpen?: (article: SuggestedArticle) => void;
  readonly action: (article: SuggestedArticle) => ReactNode;
}

/** Articles that may help, each with its beginning; opened beside what is being written. */
export function SuggestionList({ items, onOpen, action }: Props) {
  const format = useFormat();
  return (
    <ul className={styles.list}>
      {items.map((article) => {
        const locale = shownLocale(article.title, format.locale);
        return (
          <li key={article.id} className={styles.item}>
            <Link to="/app/knowledge/$id" params={{ id: article.id }} target="_blank" onClick={() => onOpen?.(article)}>
              {titleOf(article.title, format.locale)}
              <span className="visually-hidden">{m.knowledge_opens_beside()}</span>
            </Link>
            <p className={styles.excerpt}>{article.excerpt[locale]}</p>
            <span className={styles.foot}>
              <span className={styles.votes}>
                {article.useful + article.notUseful === 0
                  ? ''
                  : m.knowledge_votes({ yes: format.number(article.useful), all: format.number(article.useful + article.notUseful) })}
              </span>
              {action(article)}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
