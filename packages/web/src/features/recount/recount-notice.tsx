import { useQuery } from '@tanstack/react-query';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { recountQuery } from './recount.query.ts';
import styles from './recount-notice.module.css';

/** Says that deadlines are being counted again, and how far that is; nothing when none waits. */
export function RecountNotice() {
  const format = useFormat();
  const { data } = useQuery(recountQuery);
  if (data === undefined || data.waiting === 0) return null;
  const { openCases, waiting } = data;
  return (
    <div role="status" className={styles.notice}>
      <p>
        <span aria-hidden="true">▲ </span>
        {m.reports_recount({ waiting: format.number(waiting), open: format.number(openCases) })}
      </p>
      <ProgressBar share={1 - waiting / openCases} label={m.reports_recount_progress()} />
    </div>
  );
}
