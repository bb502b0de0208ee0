import { useQuery } from '@tanstack/react-query';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { ProgressNotice } from '../../ui/progress-notice.tsx';
import { recountQuery } from './recount.query.ts';

/** Says that deadlines are being counted again, and how far that is; nothing when none waits. */
export function RecountNotice() {
  const format = useFormat();
  const { data } = useQuery(recountQuery);
  if (data === undefined || data.waiting === 0) return null;
  const { openCases, waiting } = data;
  return (
    <ProgressNotice
      words={m.reports_recount({ waiting: format.number(waiting), open: format.number(openCases) })}
      share={1 - waiting / openCases}
      label={m.reports_recount_progress()}
    />
  );
}
