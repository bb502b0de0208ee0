import { m } from '../../paraglide/messages.js';
import { PageHeader } from '../../ui/page-header.tsx';

export function AccountPage() {
  return <PageHeader title={m.shell_account()} />;
}
