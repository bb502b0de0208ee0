import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { m } from '../../paraglide/messages.js';
import { PageHeader } from '../../ui/page-header.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { ForbiddenState, Skeleton } from '../../ui/states.tsx';
import { TabLinks } from '../../ui/tab-links.tsx';
import { useMay } from '../identity/index.ts';
import { ReceivedView } from './lists/received-view.tsx';
import { SentView } from './lists/sent-view.tsx';
import { mailSettingsQuery } from './mail.query.ts';
import type { MailSearch } from './mail.search.ts';
import { SettingsView } from './settings/settings-view.tsx';
import { TextsView } from './texts/texts-view.tsx';

const route = getRouteApi('/app/admin/mail');

/** How the organisation writes and reads mail, and what became of each. */
export function MailPage() {
  const { view } = route.useSearch();
  const may = useMay();
  if (!may('mail.define')) return <ForbiddenState />;
  const tabs: readonly (readonly [MailSearch['view'], string])[] = [
    [undefined, m.mail_tab_settings()],
    ['texts', m.mail_tab_texts()],
    ['sent', m.mail_tab_sent()],
    ['received', m.mail_tab_received()],
  ];
  return (
    <>
      <PageHeader title={m.mail_title()} line={m.mail_line()} />
      <TabLinks label={m.mail_views()}>
        {tabs.map(([to, label]) => (
          <Link key={label} from="/app/admin/mail" to="/app/admin/mail" search={{ view: to }} activeOptions={{ exact: to === undefined }}>
            {label}
          </Link>
        ))}
      </TabLinks>
      {view === 'sent' ? <SentView /> : view === 'received' ? <ReceivedView /> : <SetUp view={view} />}
    </>
  );
}

function SetUp({ view }: { readonly view: 'texts' | undefined }) {
  const query = useQuery(mailSettingsQuery);
  return (
    <QueryView query={query} skeleton={<Skeleton rows={8} height={32} />}>
      {(settings) =>
        view === 'texts' ? (
          <TextsView key={settings.version} settings={settings} />
        ) : (
          <SettingsView key={settings.version} settings={settings} />
        )
      }
    </QueryView>
  );
}
