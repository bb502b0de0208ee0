import { useQuery } from '@tanstack/react-query';
import { m } from '../../../paraglide/messages.js';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { FeedbackTabs } from '../feedback-tabs.tsx';
import { themesQuery } from '../feedback.query.ts';
import { SentimentCard } from './sentiment-card.tsx';
import { SuggestionsCard } from './suggestions-card.tsx';
import styles from './themes.module.css';
import { ThemesCard } from './themes-card.tsx';

/** What people speak of, by which words it is recognised, and how good the judgement of sentiment is. */
export function ThemesPage() {
  const query = useQuery(themesQuery);
  return (
    <>
      <PageHeader title={m.feedback_themes()} line={m.feedback_themes_line()} />
      <FeedbackTabs />
      <QueryView query={query}>
        {(themes) => (
          <div className={styles.stack}>
            <ThemesCard themes={themes} />
            <SuggestionsCard themes={themes} />
            <SentimentCard />
          </div>
        )}
      </QueryView>
    </>
  );
}
