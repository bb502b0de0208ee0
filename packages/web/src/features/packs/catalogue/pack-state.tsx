import { m } from '../../../paraglide/messages.js';
import { StatusBadge } from '../../../ui/status-badge.tsx';

interface Props {
  readonly version: number;
  readonly installedVersion: number | null;
}

export function PackState({ version, installedVersion }: Props) {
  return (
    <p>
      {installedVersion === null ? (
        <StatusBadge tone="idle">{m.admin_pack_not_installed({ version })}</StatusBadge>
      ) : version > installedVersion ? (
        <StatusBadge tone="near">{m.admin_pack_newer({ installed: installedVersion, version })}</StatusBadge>
      ) : (
        <StatusBadge tone="good">{m.admin_pack_installed({ version: installedVersion })}</StatusBadge>
      )}
    </p>
  );
}
