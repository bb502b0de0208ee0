import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { ProgressNotice } from '../../ui/progress-notice.tsx';
import { figureRecountQuery } from './indicators.query.ts';

/** Says that figures are being counted anew from cases, and how far that is; nothing when they are not. */
export function FigureRecountNotice() {
  const format = useFormat();
  const client = useQueryClient();
  const { data } = useQuery(figureRecountQuery);
  const ran = useRef(false);
  useEffect(() => {
    // What is on the page was fetched before the counting ended.
    if (ran.current && data?.running === false) void client.invalidateQueries();
    ran.current = data?.running === true;
  }, [client, data?.running]);
  if (data === undefined || !data.running) return null;
  const { done, total } = data;
  const words = total === null ? m.library_recount_soon() : m.library_recount({ done: format.number(done), total: format.number(total) });
  return <ProgressNotice words={words} share={total === null || total === 0 ? 0 : done / total} label={m.library_recount_progress()} />;
}
