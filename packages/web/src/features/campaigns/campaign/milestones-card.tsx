import { useMutation } from '@tanstack/react-query';
import { updateCampaign, type Campaign, type MilestoneState } from '@zhiheng/contract/campaigns/campaigns';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { call } from '../../../lib/call.ts';
import { useFormat, type Format } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { DataTable, type Column } from '../../../ui/data-table.tsx';
import { StatusBadge, type Tone } from '../../../ui/status-badge.tsx';
import { useMay } from '../../identity/index.ts';
import { stageWords } from '../campaign-words.ts';

const TimetableDialog = lazy(() => import('./timetable-dialog.tsx').then((file) => ({ default: file.TimetableDialog })));

type Milestone = Campaign['plan']['milestones'][number] & MilestoneState & { readonly at: number };

const tones = { open: 'idle', late: 'bad', reached: 'good' } as const satisfies Record<MilestoneState['state'], Tone>;
const words: Readonly<Record<MilestoneState['state'], () => string>> = {
  open: m.campaigns_milestone_open,
  late: m.campaigns_milestone_late,
  reached: m.campaigns_milestone_reached,
};

/** What is to be reached by when. Where facts tell, nobody has to say so. */
export function MilestonesCard({ campaign }: { readonly campaign: Campaign }) {
  const format = useFormat();
  const may = useMay();
  const [editing, setEditing] = useState(false);
  const { plan, milestones, stage } = campaign;
  const rows = plan.milestones.flatMap((milestone, at): Milestone[] => {
    const state = milestones[at];
    return state === undefined ? [] : [{ ...milestone, ...state, at }];
  });
  const columns = [
    ...columnsFor(format),
    { ...buttonColumn, cell: (row: Milestone) => <DoneButton campaign={campaign} milestone={row} /> },
  ];
  return (
    <Card
      title={m.campaigns_milestones()}
      flush
      actions={
        may('campaigns.write') && stage !== 'closed' ? (
          <Button onClick={() => setEditing(true)}>{m.campaigns_timetable_edit()}</Button>
        ) : undefined
      }
    >
      <DataTable label={m.campaigns_milestones()} columns={columns} rows={rows} rowKey={({ at }) => String(at)} />
      <Suspense>{editing ? <TimetableDialog campaign={campaign} onClose={() => setEditing(false)} /> : null}</Suspense>
    </Card>
  );
}

const buttonColumn = {
  key: 'done',
  get title() {
    return m.campaigns_milestone_mark();
  },
  quiet: true,
  align: 'end',
} as const;

const columnsFor = (format: Format): Column<Milestone>[] => [
  { key: 'name', title: m.campaigns_milestone(), lead: true, width: '34%', cell: ({ name }) => format.text(name) },
  { key: 'stage', title: m.campaigns_stage(), cell: ({ stage }) => stageWords[stage]() },
  { key: 'due', title: m.campaigns_due(), cell: ({ due }) => due },
  { key: 'state', title: m.campaigns_state(), cell: ({ state }) => <StatusBadge tone={tones[state]}>{words[state]()}</StatusBadge> },
  {
    key: 'extent',
    title: m.campaigns_extent(),
    align: 'end',
    cell: ({ have, wanted }) => (have === null || wanted === null ? '—' : `${format.number(have)} / ${format.number(wanted)}`),
  },
];

/** Only where no fact tells does somebody say that it is reached. */
function DoneButton({ campaign: { id, version, plan, stage }, milestone }: { readonly campaign: Campaign; readonly milestone: Milestone }) {
  const may = useMay();
  const format = useFormat();
  const save = useMutation({
    mutationFn: () => {
      const milestones = plan.milestones.map((one, at) => (at === milestone.at ? { ...one, done: !one.done } : one));
      return call(updateCampaign, { params: { id }, body: { version, plan: { milestones } } });
    },
  });
  if (milestone.fact !== 'none' || stage === 'closed' || !may('campaigns.write')) return null;
  const label = milestone.done ? m.campaigns_milestone_undo() : m.campaigns_milestone_mark();
  return (
    <Button size="small" aria-label={`${label}: ${format.text(milestone.name)}`} loading={save.isPending} onClick={() => save.mutate()}>
      {label}
    </Button>
  );
}
