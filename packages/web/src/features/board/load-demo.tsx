import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { problemWords } from '../../lib/problem-words.ts';
import { m } from '../../paraglide/messages.js';
import styles from './board-empty.module.css';
import { installedPacksQuery, loadDemoOf } from './board.query.ts';

/** Loads the demo data of the installed pack; with several packs, or none, the choice is made on their page. */
export function LoadDemo() {
  const packs = useQuery(installedPacksQuery);
  const load = useMutation({ mutationFn: loadDemoOf, meta: { showsError: true } });
  const words = (
    <>
      <strong>{m.board_empty_demo()}</strong>
      <span>{load.isPending ? m.board_demo_loading() : m.board_empty_demo_text()}</span>
      {load.error === null ? null : <span className={styles.problem}>{problemWords(load.error)}</span>}
    </>
  );
  const [only, ...others] = packs.data ?? [];
  if (only === undefined || others.length > 0) {
    return (
      <Link to="/app/admin/packs" className={styles.way}>
        {words}
      </Link>
    );
  }
  return (
    <button type="button" className={styles.way} disabled={load.isPending} onClick={() => load.mutate(only.code)}>
      {words}
    </button>
  );
}
