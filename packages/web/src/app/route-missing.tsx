import { Link } from '@tanstack/react-router';
import { m } from '../paraglide/messages.js';
import { EmptyState } from '../ui/states.tsx';

export function RouteMissing() {
  return (
    <EmptyState
      title={m.shell_missing_title()}
      words={m.shell_missing_words()}
      action={<Link to="/app/board">{m.shell_to_board()}</Link>}
    />
  );
}
