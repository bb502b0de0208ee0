import { m } from '../../paraglide/messages.js';
import { PageHeader } from '../../ui/page-header.tsx';

export function IndicatorReportPage() {
  return <PageHeader title={m.library_title()} />;
}
