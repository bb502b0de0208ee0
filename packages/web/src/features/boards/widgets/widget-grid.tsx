import type { ShownBoard } from '@zhiheng/contract/insight/shared-boards';
import { m } from '../../../paraglide/messages.js';
import { WidgetView } from './widget-view.tsx';
import styles from './widgets.module.css';

/** A board as it is looked at. */
export function WidgetGrid({ shown: { board, data } }: { readonly shown: ShownBoard }) {
  if (board.widgets.length === 0) return <p className={styles.nothing}>{m.boards_empty()}</p>;
  return (
    <div className={styles.grid}>
      {board.widgets.map((widget) => (
        <div key={widget.id} className={styles[widget.width]}>
          <WidgetView widget={widget} data={data[widget.id]} />
        </div>
      ))}
    </div>
  );
}
