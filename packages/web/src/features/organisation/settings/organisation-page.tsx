import { useQuery } from '@tanstack/react-query';
import { getOrganisation } from '@zhiheng/contract/organisation/organisation';
import { call } from '../../../lib/call.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { OrganisationForm } from './organisation-form.tsx';

export function OrganisationPage() {
  const format = useFormat();
  const query = useQuery({ queryKey: ['organisation'], queryFn: ({ signal }) => call(getOrganisation, undefined, { signal }) });
  return (
    <>
      <PageHeader
        title={m.shell_nav_organisation()}
        line={
          query.data === undefined ? m.admin_organisation_line() : m.admin_organisation_since({ at: format.date(query.data.createdAt) })
        }
      />
      <div style={{ maxWidth: 640 }}>
        <Card>
          <QueryView query={query}>
            {(organisation) => <OrganisationForm key={organisation.timeZone} organisation={organisation} />}
          </QueryView>
        </Card>
      </div>
    </>
  );
}
