import { Link } from '@tanstack/react-router';
import { deleteCampaign, type CampaignRow } from '@zhiheng/contract/campaigns/campaigns';
import { restoreFromTrash } from '@zhiheng/contract/insight/board';
import { call } from '../../../lib/call.ts';
import { useFormat, type Format } from '../../../lib/format/use-format.ts';
import { useDeletion } from '../../../lib/use-deletion.ts';
import { m } from '../../../paraglide/messages.js';
import { DataTable, type Column } from '../../../ui/data-table.tsx';
import { RowActions } from '../../../ui/row-actions.tsx';
import { TwoLines } from '../../../ui/two-lines.tsx';
import { useMay } from '../../identity/index.ts';
import { kindWords, periodText } from '../campaign-words.ts';
import { StageBadge } from '../stage-badge.tsx';

export function CampaignsTable({ campaigns }: { readonly campaigns: readonly CampaignRow[] }) {
  const format = useFormat();
  const may = useMay();
  const actions: Column<CampaignRow> = {
    ...{ key: 'actions', title: m.campaigns_row_actions(), quiet: true, align: 'end' },
    cell: (campaign) => <Actions campaign={campaign} />,
  };
  const columns = [...columnsFor(format), ...(may('campaigns.write') ? [actions] : [])];
  return <DataTable label={m.campaigns_title()} columns={columns} rows={campaigns} rowKey={({ id }) => id} />;
}

const columnsFor = (format: Format): Column<CampaignRow>[] => [
  {
    ...{ key: 'name', title: m.campaigns_name(), lead: true, width: '34%' },
    cell: ({ id, name, kind }) => (
      <TwoLines
        first={
          <Link to="/app/campaigns/$id" params={{ id }}>
            {format.text(name)}
          </Link>
        }
        second={kindWords[kind]()}
      />
    ),
  },
  { key: 'stage', title: m.campaigns_stage(), cell: ({ stage }) => <StageBadge stage={stage} /> },
  { key: 'period', title: m.campaigns_period(), cell: ({ from, until }) => periodText(from, until, format) },
  { key: 'leader', title: m.campaigns_leader(), cell: ({ leader }) => leader ?? '—' },
  {
    ...{ key: 'due', title: m.campaigns_next_due(), align: 'end' },
    cell: ({ nextDue }) => (nextDue === null ? '—' : <span className="tabular">{nextDue}</span>),
  },
  { key: 'findings', title: m.campaigns_open_findings(), align: 'end', cell: ({ openFindings }) => format.number(openFindings) },
];

function Actions({ campaign: { id, name } }: { readonly campaign: CampaignRow }) {
  const format = useFormat();
  const deletion = useDeletion({
    name: format.text(name),
    remove: () => call(deleteCampaign, { params: { id } }),
    restore: () => call(restoreFromTrash, { params: { kind: 'campaign', id } }),
  });
  return (
    <RowActions
      actions={[
        { label: m.campaigns_delete(), of: format.text(name), onClick: () => deletion.mutate(), danger: true, pending: deletion.isPending },
      ]}
    />
  );
}
