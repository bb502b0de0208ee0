import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'antd';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { PageHeader } from '../../../ui/page-header.tsx';
import { useMay } from '../../identity/index.ts';
import { feedbackQuery } from '../feedback.query.ts';
import { FeedbackTabs } from '../feedback-tabs.tsx';
import { EntryDialog } from './entry-dialog.tsx';
import { FeedbackDesk } from './feedback-desk.tsx';
import { FeedbackDrawer } from './feedback-drawer.tsx';
import { filterOf, type FeedbackSearch } from './feedback.search.ts';
import { ImportDialog } from './import-dialog.tsx';

const route = getRouteApi('/app/feedback');

/** What people said, in all channels, to be looked through. */
export function FeedbackPage() {
  const format = useFormat();
  const may = useMay()('feedback.write');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const query = useInfiniteQuery(feedbackQuery(filterOf(search), search.order ?? 'newest'));
  const change = (part: FeedbackSearch, replace = false) =>
    void navigate({ search: (now) => ({ ...now, ...part }), resetScroll: false, replace });
  const total = query.data?.pages[0]?.total;
  return (
    <>
      <PageHeader
        title={m.feedback_title()}
        line={total === undefined ? undefined : m.feedback_line({ n: format.number(total) })}
        actions={
          may ? (
            <>
              <Button onClick={() => change({ edit: 'import' })}>{m.feedback_import()}</Button>
              <Button type="primary" onClick={() => change({ edit: 'new' })}>
                {m.feedback_enter()}
              </Button>
            </>
          ) : undefined
        }
      />
      <FeedbackTabs />
      <FeedbackDesk search={search} query={query} onChange={change} />
      <FeedbackDrawer id={search.item} onClose={() => change({ item: undefined })} />
      <EntryDialog open={search.edit === 'new'} onClose={(item) => change({ edit: undefined, ...(item === undefined ? {} : { item }) })} />
      <ImportDialog open={search.edit === 'import'} onClose={() => change({ edit: undefined })} />
    </>
  );
}
