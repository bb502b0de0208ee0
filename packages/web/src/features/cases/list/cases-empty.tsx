import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { m } from '../../../paraglide/messages.js';
import { EmptyState } from '../../../ui/states.tsx';
import { useMay } from '../../identity/index.ts';
import { isNarrowed, ownViews, type CasesSearch } from './cases.search.ts';

interface Props {
  readonly search: CasesSearch;
  readonly onReplace: (search: CasesSearch) => void;
}

/** Why nothing is listed, and what to do about it. */
export function CasesEmpty({ search, onReplace }: Props) {
  const may = useMay();
  if (isNarrowed(search)) return <NoMatch search={search} onReplace={onReplace} />;
  if (search.view === 'overdue') return <EmptyState title={m.cases_none_overdue()} words={m.cases_none_overdue_text()} />;
  if (search.view === 'mine') {
    const action = (
      <Link to="/app/cases" search={ownViews.unassigned}>
        {m.cases_to_unassigned()}
      </Link>
    );
    return <EmptyState title={m.cases_none_mine()} words={m.cases_none_mine_text()} action={action} />;
  }
  const add = may('cases.write') ? <Link to="/app/cases/new">{m.cases_new()}</Link> : null;
  const bring = may('cases.define') ? <Link to="/app/case-imports/new">{m.case_imports_wizard_title()}</Link> : null;
  const action = (
    <>
      {add} {bring}
    </>
  );
  return <EmptyState title={m.cases_none_title()} words={m.cases_none_text()} action={action} />;
}

function NoMatch({ search, onReplace }: Props) {
  const { q, view } = search;
  const everywhere = q !== undefined && search.all !== true;
  const action = everywhere ? (
    <Button onClick={() => onReplace({ ...ownViews.all, q })}>{m.cases_search_all()}</Button>
  ) : (
    <Button onClick={() => onReplace({ view })}>{m.cases_filter_clear()}</Button>
  );
  return <EmptyState title={m.cases_none_match()} words={m.cases_none_match_text()} action={action} />;
}
