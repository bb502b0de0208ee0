import { m } from '../../paraglide/messages.js';
import { PageHeader } from '../../ui/page-header.tsx';

export function SignInPage() {
  return <PageHeader title={m.shell_sign_in()} />;
}
