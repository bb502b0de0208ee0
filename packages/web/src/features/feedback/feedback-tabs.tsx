import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { TabLinks } from '../../ui/tab-links.tsx';
import { feedbackCountsQuery } from './feedback.query.ts';

/** The rooms of feedback, with how much waits in each. */
export function FeedbackTabs() {
  const format = useFormat();
  const { data } = useQuery(feedbackCountsQuery);
  const counted = (words: string, n: number | undefined) => (n === undefined || n === 0 ? words : `${words} ${format.number(n)}`);
  return (
    <TabLinks label={m.feedback_views()}>
      <Link to="/app/feedback" activeOptions={{ exact: true, includeSearch: false }}>
        {counted(m.feedback_tab_inbox(), data?.new)}
      </Link>
      <Link to="/app/feedback/follow-ups" activeOptions={{ includeSearch: false }}>
        {counted(m.feedback_tab_follow_ups(), data?.followUps)}
      </Link>
      <Link to="/app/feedback/needs" activeOptions={{ includeSearch: false }}>
        {m.feedback_tab_needs()}
      </Link>
      <Link to="/app/feedback/themes">{m.feedback_tab_themes()}</Link>
    </TabLinks>
  );
}
