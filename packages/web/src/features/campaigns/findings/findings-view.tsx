import type { Campaign, CampaignFinding, FindingState } from '@zhiheng/contract/campaigns/campaigns';
import { Button } from 'antd';
import { useState } from 'react';
import { useFormat, type Format } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { DataTable, type Column } from '../../../ui/data-table.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { StatusBadge, type Tone } from '../../../ui/status-badge.tsx';
import { TwoLines } from '../../../ui/two-lines.tsx';
import { useMay } from '../../identity/index.ts';
import { findingStateWords } from '../campaign-words.ts';
import { FindingDialog } from './finding-dialog.tsx';
import { findingKindWords, severityWords } from './finding-words.ts';

const stateTones = { open: 'near', 'in-progress': 'note', done: 'good', verified: 'good' } as const satisfies Record<FindingState, Tone>;
const severityTones = { low: 'idle', medium: 'near', high: 'bad' } as const satisfies Record<CampaignFinding['severity'], Tone>;

/** What was found wrong, who cares for it by when, and whether it helped. */
export function FindingsView({ campaign }: { readonly campaign: Campaign }) {
  const may = useMay();
  const format = useFormat();
  const [open, setOpen] = useState<CampaignFinding | 'new' | null>(null);
  const { findings } = campaign;
  const add = may('campaigns.write') ? (
    <Button type="primary" onClick={() => setOpen('new')}>
      {m.campaigns_finding_new()}
    </Button>
  ) : undefined;
  return (
    <Card title={m.campaigns_tab_findings()} actions={findings.length === 0 ? undefined : add} flush={findings.length > 0}>
      {findings.length === 0 ? (
        <EmptyState title={m.campaigns_no_findings()} words={m.campaigns_no_findings_text()} action={add} />
      ) : (
        <DataTable
          label={m.campaigns_tab_findings()}
          columns={[...columnsFor(format), ...(may('campaigns.write') ? [editColumn(setOpen)] : [])]}
          rows={findings}
          rowKey={({ id }) => id}
        />
      )}
      {open === null ? null : (
        <FindingDialog campaign={campaign} finding={open === 'new' ? undefined : open} onClose={() => setOpen(null)} />
      )}
    </Card>
  );
}

const editColumn = (onOpen: (finding: CampaignFinding) => void): Column<CampaignFinding> => ({
  ...{ key: 'edit', title: m.campaigns_row_actions(), quiet: true, align: 'end' },
  cell: (finding) => (
    <Button size="small" aria-label={`${m.campaigns_edit()}: ${finding.title}`} onClick={() => onOpen(finding)}>
      {m.campaigns_edit()}
    </Button>
  ),
});

const columnsFor = (format: Format): Column<CampaignFinding>[] => [
  {
    ...{ key: 'title', title: m.campaigns_finding(), lead: true, width: '36%' },
    cell: ({ title, detail }) => <TwoLines first={title} second={detail} />,
  },
  {
    key: 'severity',
    title: m.campaigns_severity(),
    cell: ({ severity }) => <StatusBadge tone={severityTones[severity]}>{severityWords[severity]()}</StatusBadge>,
  },
  { key: 'kind', title: m.campaigns_finding_kind(), cell: ({ kind }) => findingKindWords[kind]() },
  { key: 'owner', title: m.campaigns_owner(), cell: ({ owner, due }) => <TwoLines first={owner ?? '—'} second={due ?? ''} /> },
  {
    ...{ key: 'state', title: m.campaigns_state() },
    cell: ({ state, followUpName }) => (
      <TwoLines
        first={<StatusBadge tone={stateTones[state]}>{findingStateWords[state]()}</StatusBadge>}
        second={followUpName === null ? '' : m.campaigns_measured_by({ name: format.text(followUpName) })}
      />
    ),
  },
];
