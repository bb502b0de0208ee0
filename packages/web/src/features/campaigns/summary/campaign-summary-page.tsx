import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { Campaign } from '@zhiheng/contract/campaigns/campaigns';
import { Button } from 'antd';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { EmptyState, Skeleton } from '../../../ui/states.tsx';
import { campaignQuery, frozenQuery } from '../campaigns.query.ts';
import { SummarySheet } from './summary-sheet.tsx';
import styles from '../campaigns.module.css';

const route = getRouteApi('/app/campaigns/$id/summary');

/** What came out, on a sheet to print or to pass on: built from a frozen result alone. */
export function CampaignSummaryPage() {
  const { id } = route.useParams();
  const query = useQuery(campaignQuery(id));
  return (
    <>
      <PageHeader
        title={m.campaigns_summary()}
        actions={
          <>
            <Link to="/app/campaigns/$id" params={{ id }}>
              {m.campaigns_back_to_campaign()}
            </Link>
            <Button type="primary" onClick={() => globalThis.print()}>
              {m.campaigns_print()}
            </Button>
          </>
        }
      />
      <QueryView
        query={query}
        skeleton={<Skeleton rows={10} height={28} />}
        isEmpty={({ frozen }) => frozen.length === 0}
        empty={{ title: m.campaigns_none_frozen() }}
      >
        {(campaign) => <Sheet campaign={campaign} />}
      </QueryView>
    </>
  );
}

function Sheet({ campaign }: { readonly campaign: Campaign }) {
  const { number = campaign.frozen[0]?.number ?? 1 } = route.useSearch();
  const format = useFormat();
  const query = useQuery(frozenQuery(campaign.id, number));
  if (query.error !== null && query.data === undefined) return <EmptyState title={m.campaigns_no_such_result()} />;
  return (
    <QueryView query={query}>
      {(result) => (
        <article className={styles.sheet} lang={format.locale === 'zh' ? 'zh-CN' : 'en'}>
          <SummarySheet campaign={campaign} result={result} />
        </article>
      )}
    </QueryView>
  );
}
