import { getRouteApi, Link } from '@tanstack/react-router';
import { m } from '../../../paraglide/messages.js';
import { PageHeader } from '../../../ui/page-header.tsx';
import { TabLinks } from '../../../ui/tab-links.tsx';
import { FeedbackTabs } from '../feedback-tabs.tsx';
import { FollowUpDrawer } from './follow-up-drawer.tsx';
import { FollowUpReport } from './follow-up-report.tsx';
import { FollowUpsList } from './follow-ups-list.tsx';
import type { FollowUpsSearch } from './follow-ups.search.ts';

const route = getRouteApi('/app/feedback/follow-ups');

const views = {
  mine: m.feedback_follow_ups_mine,
  open: m.feedback_follow_ups_open,
  overdue: m.feedback_follow_ups_overdue,
  closed: m.feedback_follow_ups_closed,
  report: m.feedback_follow_ups_report,
} as const satisfies Record<NonNullable<FollowUpsSearch['view']>, () => string>;
const names = Object.keys(views) as (keyof typeof views)[];

/** Those who were not content, and what came of calling them. */
export function FollowUpsPage() {
  const { view = 'mine', item } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <>
      <PageHeader title={m.feedback_follow_ups()} line={m.feedback_follow_ups_line()} />
      <FeedbackTabs />
      <TabLinks label={m.feedback_follow_up_views()}>
        {names.map((name) => (
          <Link key={name} to="/app/feedback/follow-ups" search={{ view: name }} aria-current={view === name ? 'page' : undefined}>
            {views[name]()}
          </Link>
        ))}
      </TabLinks>
      {view === 'report' ? <FollowUpReport /> : <FollowUpsList view={view} />}
      <FollowUpDrawer id={item} onClose={() => void navigate({ search: (now) => ({ ...now, item: undefined }), resetScroll: false })} />
    </>
  );
}
