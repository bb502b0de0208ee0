import { Link } from '@tanstack/react-router';
import { deleteProject, type ProjectRow } from '@zhiheng/contract/improvement/projects';
import { restoreFromTrash } from '@zhiheng/contract/insight/board';
import { call } from '../../../lib/call.ts';
import { useFormat, type Format } from '../../../lib/format/use-format.ts';
import { useDeletion } from '../../../lib/use-deletion.ts';
import { m } from '../../../paraglide/messages.js';
import { DataTable, type Column } from '../../../ui/data-table.tsx';
import { RowActions } from '../../../ui/row-actions.tsx';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { TwoLines } from '../../../ui/two-lines.tsx';
import { useMay } from '../../identity/index.ts';
import { ProjectBadge } from '../project-badges.tsx';
import { ProjectProgress } from '../project-progress.tsx';
import { templateWords } from '../project-words.ts';

export function ProjectsTable({ projects }: { readonly projects: readonly ProjectRow[] }) {
  const format = useFormat();
  const may = useMay();
  const actions: Column<ProjectRow> = {
    ...{ key: 'actions', title: m.improvement_row_actions(), quiet: true, align: 'end' },
    cell: (project) => <Actions project={project} />,
  };
  const columns = [...columnsFor(format), ...(may('improvement.write') ? [actions] : [])];
  return <DataTable label={m.improvement_title()} columns={columns} rows={projects} rowKey={({ id }) => id} />;
}

const columnsFor = (format: Format): Column<ProjectRow>[] => [
  {
    ...{ key: 'title', title: m.improvement_name(), lead: true, width: '32%' },
    cell: ({ id, number, title, template }) => (
      <TwoLines
        first={
          <Link to="/app/projects/$id" params={{ id }}>
            {title}
          </Link>
        }
        second={`${number} · ${templateWords[template]()}`}
      />
    ),
  },
  { key: 'state', title: m.improvement_state(), cell: (project) => <ProjectBadge {...project} /> },
  { key: 'progress', title: m.improvement_progress(), width: '18%', cell: ({ progress }) => <ProjectProgress progress={progress} /> },
  {
    ...{ key: 'late', title: m.improvement_overdue() },
    cell: ({ progress, overdue }) =>
      overdue || progress.overdue > 0 ? (
        <StatusBadge tone="bad">
          {progress.overdue > 0 ? m.improvement_late({ n: format.number(progress.overdue) }) : m.improvement_overdue()}
        </StatusBadge>
      ) : (
        '—'
      ),
  },
  { key: 'owner', title: m.improvement_owner(), cell: ({ owner }) => owner ?? '—' },
  { key: 'due', title: m.improvement_due(), align: 'end', cell: ({ dueOn }) => <span className="tabular">{dueOn}</span> },
];

function Actions({ project: { id, title } }: { readonly project: ProjectRow }) {
  const deletion = useDeletion({
    name: title,
    remove: () => call(deleteProject, { params: { id } }),
    restore: () => call(restoreFromTrash, { params: { kind: 'project', id } }),
  });
  return (
    <RowActions
      actions={[{ label: m.improvement_delete(), of: title, onClick: () => deletion.mutate(), danger: true, pending: deletion.isPending }]}
    />
  );
}
