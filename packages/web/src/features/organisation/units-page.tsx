import { m } from '../../paraglide/messages.js';
import { PageHeader } from '../../ui/page-header.tsx';

export function UnitsPage() {
  return <PageHeader title={m.shell_nav_units()} />;
}
