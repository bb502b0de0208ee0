import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { projectState, projectTemplate, type ProjectState, type ProjectTemplate } from '@zhiheng/contract/improvement/project-kind';
import { Select } from 'antd';
import { m } from '../../../paraglide/messages.js';
import { FilterBar } from '../../../ui/filter-bar.tsx';
import { MoreButton } from '../../../ui/more-button.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { Skeleton } from '../../../ui/states.tsx';
import type { ProjectsSearch } from '../improvement.search.ts';
import { stateWords, templateWords } from '../project-words.ts';
import { projectsQuery } from '../projects.query.ts';
import { NewProjectDialog } from './new-project-dialog.tsx';
import { ExportButton, NewButton } from './projects-actions.tsx';
import { ProjectsTable } from './projects-table.tsx';

const route = getRouteApi('/app/projects');

/** Every improvement project: what runs, what is late, what the data said of it. */
export function ProjectsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const query = useInfiniteQuery(projectsQuery(search));
  const change = (part: ProjectsSearch) => void navigate({ search: (now) => ({ ...now, ...part }), replace: true });
  const add = <NewButton onClick={() => change({ edit: 'new' })} />;
  const isFiltered = search.q !== undefined || search.state !== undefined || search.template !== undefined;
  return (
    <>
      <PageHeader
        title={m.improvement_title()}
        line={m.improvement_line()}
        actions={
          <>
            <ExportButton search={search} />
            {add}
          </>
        }
      />
      <Filter search={search} onChange={change} />
      <QueryView
        query={query}
        skeleton={<Skeleton rows={6} height={40} />}
        isEmpty={({ pages }) => pages.every(({ items }) => items.length === 0)}
        empty={
          isFiltered
            ? { title: m.improvement_none_found() }
            : { title: m.improvement_none(), words: m.improvement_none_text(), action: add }
        }
      >
        {({ pages }) => (
          <>
            <ProjectsTable projects={pages.flatMap(({ items }) => items)} />
            <MoreButton query={query} />
          </>
        )}
      </QueryView>
      {search.edit === 'new' ? (
        <NewProjectDialog findingId={search.finding} onClose={() => change({ edit: undefined, finding: undefined })} />
      ) : null}
    </>
  );
}

interface FilterProps {
  readonly search: ProjectsSearch;
  readonly onChange: (part: ProjectsSearch) => void;
}

function Filter({ search, onChange }: FilterProps) {
  return (
    <FilterBar>
      <SearchField label={m.improvement_search()} value={search.q} onSearch={(q) => onChange({ q })} />
      <Select<ProjectState | 'all'>
        aria-label={m.improvement_state()}
        style={{ width: 140 }}
        value={search.state ?? 'all'}
        options={[
          { value: 'all', label: m.improvement_all_states() },
          ...projectState.options.map((state) => ({ value: state, label: stateWords[state]() })),
        ]}
        onChange={(state) => onChange({ state: state === 'all' ? undefined : state })}
      />
      <Select<ProjectTemplate | 'all'>
        aria-label={m.improvement_template()}
        style={{ width: 190 }}
        value={search.template ?? 'all'}
        options={[
          { value: 'all', label: m.improvement_all_templates() },
          ...projectTemplate.options.map((template) => ({ value: template, label: templateWords[template]() })),
        ]}
        onChange={(template) => onChange({ template: template === 'all' ? undefined : template })}
      />
    </FilterBar>
  );
}
