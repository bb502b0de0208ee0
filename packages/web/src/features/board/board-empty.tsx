import { Link } from '@tanstack/react-router';
import { m } from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { useMay } from '../identity/index.ts';
import styles from './board-empty.module.css';
import { LoadDemo } from './load-demo.tsx';

/** Why there is nothing yet, and the three ways to change that. */
export function BoardEmpty() {
  const may = useMay();
  return (
    <Card>
      <EmptyState title={m.board_empty_title()} words={m.board_empty_text()} />
      <ul className={styles.ways}>
        {may('measurement.write') ? (
          <li>
            <Link to="/app/imports/new" className={styles.way}>
              <strong>{m.board_empty_import()}</strong>
              <span>{m.board_empty_import_text()}</span>
            </Link>
          </li>
        ) : null}
        {may('packs.manage') ? (
          <li>
            <LoadDemo />
          </li>
        ) : null}
        {may('measurement.write') ? (
          <li>
            <Link to="/app/collections" className={styles.way}>
              <strong>{m.board_empty_entry()}</strong>
              <span>{m.board_empty_entry_text()}</span>
            </Link>
          </li>
        ) : null}
      </ul>
    </Card>
  );
}
