import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { Campaign } from '@zhiheng/contract/campaigns/campaigns';
import { useFormat, type Format } from '../../../lib/format/use-format.ts';
import { statusOf } from '../../../lib/problem-words.ts';
import { m } from '../../../paraglide/messages.js';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { EmptyState, Skeleton } from '../../../ui/states.tsx';
import { TabLinks } from '../../../ui/tab-links.tsx';
import { AnalysisView } from '../analysis/analysis-view.tsx';
import { kindWords, periodText } from '../campaign-words.ts';
import { campaignQuery } from '../campaigns.query.ts';
import type { CampaignSearch } from '../campaigns.search.ts';
import { FindingsView } from '../findings/findings-view.tsx';
import { PeopleView } from '../people/people-view.tsx';
import { ReviewsView } from '../people/reviews-view.tsx';
import { PlanView } from './plan-view.tsx';
import { StageCard } from './stage-card.tsx';
import styles from '../campaigns.module.css';

const route = getRouteApi('/app/campaigns/$id');

/** One assessment, from its plan to what became of its findings. */
export function CampaignPage() {
  const { id } = route.useParams();
  const query = useQuery(campaignQuery(id));
  if (statusOf(query.error) === 404)
    return (
      <>
        <PageHeader title={m.campaigns_title()} />
        <EmptyState title={m.campaigns_gone()} action={<Link to="/app/campaigns">{m.campaigns_back()}</Link>} />
      </>
    );
  return (
    <QueryView query={query} skeleton={<Skeleton rows={10} height={32} />}>
      {(campaign) => <Found campaign={campaign} />}
    </QueryView>
  );
}

function Found({ campaign }: { readonly campaign: Campaign }) {
  const format = useFormat();
  const { view } = route.useSearch();
  const { id, name, frozen } = campaign;
  return (
    <>
      <PageHeader
        title={format.text(name)}
        line={lineOf(campaign, format)}
        actions={
          <>
            <Link to="/app/campaigns">{m.campaigns_back()}</Link>
            {frozen.length === 0 ? null : (
              <Link to="/app/campaigns/$id/summary" params={{ id }}>
                {m.campaigns_summary()}
              </Link>
            )}
          </>
        }
      />
      <div className={styles.stack}>
        <StageCard campaign={campaign} />
        <Tabs />
        <View campaign={campaign} view={view} />
      </div>
    </>
  );
}

function lineOf({ kind, from, until, leader }: Campaign, format: Format): string {
  const parts = [
    kindWords[kind](),
    periodText(from, until, format),
    leader === null ? m.campaigns_no_leader() : m.campaigns_led_by({ name: leader }),
  ];
  return parts.join(' · ');
}

const tabs: readonly (readonly [CampaignSearch['view'], () => string])[] = [
  [undefined, m.campaigns_tab_plan],
  ['experts', m.campaigns_tab_experts],
  ['analysis', m.campaigns_tab_analysis],
  ['findings', m.campaigns_tab_findings],
  ['people', m.campaigns_tab_people],
];

function Tabs() {
  const { id } = route.useParams();
  return (
    <TabLinks label={m.campaigns_tabs()}>
      {tabs.map(([view, label]) => (
        <Link key={label()} to="/app/campaigns/$id" params={{ id }} search={{ view }} activeOptions={{ exact: true }}>
          {label()}
        </Link>
      ))}
    </TabLinks>
  );
}

function View({ campaign, view }: { readonly campaign: Campaign; readonly view: CampaignSearch['view'] }) {
  switch (view) {
    case 'experts':
      return <ReviewsView campaign={campaign} />;
    case 'analysis':
      return <AnalysisView campaign={campaign} />;
    case 'findings':
      return <FindingsView campaign={campaign} />;
    case 'people':
      return <PeopleView campaign={campaign} />;
    case undefined:
      return <PlanView campaign={campaign} />;
    default:
      return view satisfies never;
  }
}
