import { m } from '../../paraglide/messages.js';
import { PageHeader } from '../../ui/page-header.tsx';

export function ImportPage() {
  return <PageHeader title={m.imports_title()} />;
}
