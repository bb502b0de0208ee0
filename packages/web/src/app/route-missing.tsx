import { Link } from '@tanstack/react-router';
import { m } from '../paraglide/messages.js';
import { PageHeader } from '../ui/page-header.tsx';
import { EmptyState } from '../ui/states.tsx';

export function RouteMissing() {
  return (
    <>
      <PageHeader title={m.shell_missing_title()} />
      <EmptyState title={m.shell_missing_words()} action={<Link to="/app/board">{m.shell_to_board()}</Link>} />
    </>
  );
}
