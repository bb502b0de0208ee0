import { useQuery } from '@tanstack/react-query';
import type { Campaign, CampaignReview } from '@zhiheng/contract/campaigns/campaigns';
import type { Form } from '@zhiheng/forms/definition';
import { Button } from 'antd';
import { useState } from 'react';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { useMay } from '../../identity/index.ts';
import { reviewsQuery } from '../campaigns.query.ts';
import { ReviewDialog } from './review-dialog.tsx';
import styles from '../campaigns.module.css';

const open = ['prepare', 'collect', 'analyse'];

/** Sheets of experts. Who runs the campaign sees them all, everybody else their own. */
export function ReviewsView({ campaign }: { readonly campaign: Campaign }) {
  const query = useQuery(reviewsQuery(campaign.id));
  return (
    <QueryView query={query}>
      {({ sheet, items }) =>
        sheet === null ? (
          <Card title={m.campaigns_tab_experts()}>
            <EmptyState title={m.campaigns_no_sheet()} />
          </Card>
        ) : (
          <Sheets campaign={campaign} sheet={sheet} reviews={items} />
        )
      }
    </QueryView>
  );
}

interface Props {
  readonly campaign: Campaign;
  readonly sheet: Form;
  readonly reviews: readonly CampaignReview[];
}

function Sheets({ campaign, sheet, reviews }: Props) {
  const format = useFormat();
  const may = useMay();
  const [writing, setWriting] = useState<'own' | 'outside' | null>(null);
  const mine = reviews.find((review) => review.mine);
  const actions = (
    <>
      {may('campaigns.write') ? <Button onClick={() => setWriting('outside')}>{m.campaigns_sheet_of_other()}</Button> : null}
      <Button type="primary" onClick={() => setWriting('own')}>
        {mine === undefined ? m.campaigns_sheet_own() : m.campaigns_sheet_own_again()}
      </Button>
    </>
  );
  return (
    <Card
      title={m.campaigns_tab_experts()}
      aside={m.campaigns_panel_n({ n: format.number(campaign.facts.reviews) })}
      actions={open.includes(campaign.stage) ? actions : undefined}
    >
      <p className={styles.note}>{m.campaigns_experts_note()}</p>
      {reviews.length === 0 ? (
        <EmptyState title={m.campaigns_no_reviews()} />
      ) : (
        <DataTable
          label={m.campaigns_tab_experts()}
          columns={[
            { key: 'name', title: m.campaigns_expert(), lead: true, cell: ({ name }) => name },
            { key: 'at', title: m.campaigns_handed_in(), align: 'end', cell: ({ savedAt }) => format.dateTime(savedAt) },
          ]}
          rows={reviews}
          rowKey={({ id }) => id}
        />
      )}
      {writing === null ? null : (
        <ReviewDialog
          campaignId={campaign.id}
          sheet={sheet}
          before={writing === 'own' ? mine : undefined}
          isOutside={writing === 'outside'}
          onClose={() => setWriting(null)}
        />
      )}
    </Card>
  );
}
