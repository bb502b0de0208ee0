import { m } from '../../paraglide/messages.js';
import { PageHeader } from '../../ui/page-header.tsx';

export function IndicatorsPage() {
  return <PageHeader title={m.shell_nav_indicators()} />;
}
