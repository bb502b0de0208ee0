import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { m } from '../../paraglide/messages.js';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { useMay } from '../identity/index.ts';
import { installedPacksQuery } from './board.query.ts';
import styles from './demo-notice.module.css';

/** Says that the figures are made up, so that nobody takes them for their own. */
export function DemoNotice() {
  const may = useMay();
  const packs = useQuery(installedPacksQuery);
  if (packs.data?.some((pack) => pack.demoLoaded) !== true) return null;
  return (
    <p className={styles.notice}>
      <StatusBadge tone="note">{m.board_demo_word()}</StatusBadge>
      {m.board_demo_notice()}
      {may('packs.manage') ? <Link to="/app/admin/packs">{m.board_demo_open()}</Link> : null}
    </p>
  );
}
