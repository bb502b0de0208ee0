import { Link } from '@tanstack/react-router';
import { m } from '../../paraglide/messages.js';
import { EmptyState } from '../../ui/states.tsx';
import { useMay } from '../identity/index.ts';

export function LibraryEmpty() {
  const may = useMay();
  return (
    <EmptyState
      title={m.library_none_title()}
      words={m.library_none_text()}
      action={may('packs.manage') ? <Link to="/app/admin/packs">{m.library_open_packs()}</Link> : undefined}
    />
  );
}
