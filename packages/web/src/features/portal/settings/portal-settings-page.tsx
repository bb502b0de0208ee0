import { useQuery } from '@tanstack/react-query';
import { getPortalSettings } from '@zhiheng/contract/cases/portal';
import { call } from '../../../lib/call.ts';
import { m } from '../../../paraglide/messages.js';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { PortalSettingsForm } from './portal-settings-form.tsx';

/** What customers may do without an account. */
export function PortalSettingsPage() {
  const query = useQuery({ queryKey: ['case-portal'], queryFn: ({ signal }) => call(getPortalSettings, undefined, { signal }) });
  return (
    <>
      <PageHeader title={m.portal_nav()} line={m.portal_settings_line()} />
      <QueryView query={query}>{(saved) => <PortalSettingsForm key={saved.version} saved={saved} />}</QueryView>
    </>
  );
}
