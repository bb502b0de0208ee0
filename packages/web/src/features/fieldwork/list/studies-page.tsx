import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'antd';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { MoreButton } from '../../../ui/more-button.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { EmptyState, Skeleton } from '../../../ui/states.tsx';
import { useMay } from '../../identity/index.ts';
import { FieldworkTabs } from '../fieldwork-tabs.tsx';
import { studiesQuery } from '../fieldwork.query.ts';
import type { StudiesSearch } from '../fieldwork.search.ts';
import { NewStudyDialog } from './new-study-dialog.tsx';
import { orderedStudies } from './ordered-studies.ts';
import { StudiesFilter } from './studies-filter.tsx';
import { StudiesTable } from './studies-table.tsx';

const route = getRouteApi('/app/fieldwork');
const everything: StudiesSearch = { q: undefined, kind: undefined, state: undefined, serviceId: undefined };

/** Every study of fieldwork: what is prepared, what goes on, what came of the earlier ones. */
export function StudiesPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const format = useFormat();
  const mayWrite = useMay()('fieldwork.write');
  const query = useInfiniteQuery(studiesQuery(search));
  const change = (part: StudiesSearch) => void navigate({ search: (now) => ({ ...now, ...part }), replace: true });
  const add = mayWrite ? <NewButton onClick={() => change({ edit: 'new' })} /> : undefined;
  const { edit, order, ...filters } = search;
  const isNarrowed = Object.values(filters).some((value) => value !== undefined);
  return (
    <>
      <PageHeader title={m.fieldwork_title()} line={m.fieldwork_line()} actions={add} />
      <FieldworkTabs />
      <StudiesFilter search={search} onChange={change} />
      <QueryView query={query} skeleton={<Skeleton rows={6} height={40} />}>
        {({ pages }) => {
          const studies = orderedStudies(
            pages.flatMap(({ items }) => items),
            order ?? 'changed',
            format.locale,
          );
          if (studies.length === 0)
            return isNarrowed ? (
              <NoMatch onClear={() => change(everything)} />
            ) : (
              <EmptyState title={m.fieldwork_none()} words={m.fieldwork_none_text()} action={add} />
            );
          return (
            <>
              <StudiesTable studies={studies} />
              <p className="visually-hidden" role="status">
                {m.fieldwork_found({ n: format.number(studies.length) })}
              </p>
              <MoreButton query={query} />
            </>
          );
        }}
      </QueryView>
      {edit === 'new' && mayWrite ? <NewStudyDialog onClose={() => change({ edit: undefined })} /> : null}
    </>
  );
}

function NewButton({ onClick }: { readonly onClick: () => void }) {
  return (
    <Button type="primary" onClick={onClick}>
      {m.fieldwork_new()}
    </Button>
  );
}

function NoMatch({ onClear }: { readonly onClear: () => void }) {
  return (
    <EmptyState
      title={m.fieldwork_none_match()}
      words={m.fieldwork_none_match_text()}
      action={<Button onClick={onClear}>{m.fieldwork_show_all()}</Button>}
    />
  );
}
