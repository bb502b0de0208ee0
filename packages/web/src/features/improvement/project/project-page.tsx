import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { Project } from '@zhiheng/contract/improvement/projects';
import { Button } from 'antd';
import { useState } from 'react';
import { statusOf } from '../../../lib/problem-words.ts';
import { m } from '../../../paraglide/messages.js';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { EmptyState, Skeleton } from '../../../ui/states.tsx';
import { TabLinks } from '../../../ui/tab-links.tsx';
import { BoardView } from '../actions/board-view.tsx';
import { useMay } from '../../identity/index.ts';
import type { ProjectSearch } from '../improvement.search.ts';
import { templateWords } from '../project-words.ts';
import { projectQuery } from '../projects.query.ts';
import { EditDialog } from './edit-dialog.tsx';
import { HistoryView } from './history-view.tsx';
import { OverviewView } from './overview-view.tsx';
import { StateCard } from './state-card.tsx';
import { TimelineView } from './timeline-view.tsx';
import styles from '../improvement.module.css';

const route = getRouteApi('/app/projects/$id');

/** One project, from its goal to what the data said of it. */
export function ProjectPage() {
  const { id } = route.useParams();
  const query = useQuery(projectQuery(id));
  if (statusOf(query.error) === 404)
    return (
      <>
        <PageHeader title={m.improvement_title()} />
        <EmptyState title={m.improvement_gone()} action={<Link to="/app/projects">{m.improvement_back()}</Link>} />
      </>
    );
  return (
    <QueryView query={query} skeleton={<Skeleton rows={10} height={32} />}>
      {(project) => <Found project={project} />}
    </QueryView>
  );
}

function Found({ project }: { readonly project: Project }) {
  const may = useMay();
  const { view } = route.useSearch();
  const [editing, setEditing] = useState(false);
  const over = project.state === 'closed' || project.state === 'stopped';
  return (
    <>
      <PageHeader
        title={project.title}
        line={lineOf(project)}
        actions={
          <>
            <Link to="/app/projects">{m.improvement_back()}</Link>
            {may('improvement.write') && !over ? <Button onClick={() => setEditing(true)}>{m.improvement_edit()}</Button> : null}
          </>
        }
      />
      <div className={styles.stack}>
        <StateCard project={project} />
        <Tabs />
        <View project={project} view={view} />
      </div>
      {editing ? <EditDialog project={project} onClose={() => setEditing(false)} /> : null}
    </>
  );
}

const lineOf = ({ number, template, startOn, dueOn, owner }: Project): string =>
  [number, templateWords[template](), m.improvement_timeline_days({ start: startOn, due: dueOn }), owner ?? m.improvement_nobody()].join(
    ' · ',
  );

const tabs: readonly (readonly [ProjectSearch['view'], () => string])[] = [
  [undefined, m.improvement_tab_overview],
  ['board', m.improvement_tab_board],
  ['timeline', m.improvement_tab_timeline],
  ['history', m.improvement_tab_history],
];

function Tabs() {
  const { id } = route.useParams();
  return (
    <TabLinks label={m.improvement_tabs()}>
      {tabs.map(([view, label]) => (
        <Link key={label()} to="/app/projects/$id" params={{ id }} search={{ view }} activeOptions={{ exact: true }}>
          {label()}
        </Link>
      ))}
    </TabLinks>
  );
}

function View({ project, view }: { readonly project: Project; readonly view: ProjectSearch['view'] }) {
  switch (view) {
    case 'board':
      return <BoardView project={project} />;
    case 'timeline':
      return <TimelineView project={project} />;
    case 'history':
      return <HistoryView project={project} />;
    case undefined:
      return <OverviewView project={project} />;
    default:
      return view satisfies never;
  }
}
