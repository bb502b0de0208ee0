import { m } from '../../paraglide/messages.js';
import { PageHeader } from '../../ui/page-header.tsx';

export function EntrySheetPage() {
  return <PageHeader title={m.collections_title()} />;
}
