import { m } from '../../paraglide/messages.js';
import { PageHeader } from '../../ui/page-header.tsx';

export function ImportWizardPage() {
  return <PageHeader title={m.imports_wizard_title()} />;
}
