import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { m } from '../../../paraglide/messages.js';
import { PageHeader } from '../../../ui/page-header.tsx';
import { TabLinks } from '../../../ui/tab-links.tsx';
import { useMay } from '../../identity/index.ts';
import { FeedbackTabs } from '../feedback-tabs.tsx';
import { HousePanel } from './house-panel.tsx';
import { NeedsList } from './needs-list.tsx';
import type { NeedsSearch } from './needs.search.ts';

const route = getRouteApi('/app/feedback/needs');

/** What customers need, as a list and as a house of quality. */
export function NeedsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const mayWrite = useMay()('feedback.write');
  const change = (part: NeedsSearch) => void navigate({ search: (now) => ({ ...now, ...part }), resetScroll: false });
  return (
    <>
      <PageHeader
        title={m.feedback_needs()}
        line={m.feedback_needs_line()}
        actions={
          mayWrite ? (
            <Button type="primary" onClick={() => change({ edit: 'new' })}>
              {m.feedback_need_new()}
            </Button>
          ) : undefined
        }
      />
      <FeedbackTabs />
      <TabLinks label={m.feedback_need_views()}>
        <Link to="/app/feedback/needs" search={{ view: 'list' }} aria-current={search.view === 'house' ? undefined : 'page'}>
          {m.feedback_needs_list()}
        </Link>
        <Link to="/app/feedback/needs" search={{ view: 'house' }} aria-current={search.view === 'house' ? 'page' : undefined}>
          {m.feedback_house()}
        </Link>
      </TabLinks>
      {search.view === 'house' ? <HousePanel search={search} onChange={change} /> : <NeedsList search={search} onChange={change} />}
    </>
  );
}
