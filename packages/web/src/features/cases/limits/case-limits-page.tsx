import { useQuery } from '@tanstack/react-query';
import { getCaseSettings } from '@zhiheng/contract/cases/case-settings';
import { call } from '../../../lib/call.ts';
import { m } from '../../../paraglide/messages.js';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { CaseLimitsForm } from './case-limits-form.tsx';

/** Limits of the desk: of the complaint loop, and of closing by itself. */
export function CaseLimitsPage() {
  const query = useQuery({ queryKey: ['case-settings'], queryFn: ({ signal }) => call(getCaseSettings, undefined, { signal }) });
  return (
    <>
      <PageHeader title={m.cases_nav_limits()} line={m.cases_limits_line()} />
      <QueryView query={query}>{(saved) => <CaseLimitsForm key={saved.version} saved={saved} />}</QueryView>
    </>
  );
}
