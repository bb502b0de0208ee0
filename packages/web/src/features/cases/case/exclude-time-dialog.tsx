import { excludeTime } from '@zhiheng/contract/cases/exclusions';
import { call } from '../../../lib/call.ts';
import { m } from '../../../paraglide/messages.js';
import { TimeSpanDialog } from '../../../ui/time-span-dialog.tsx';

/** Takes a stretch of time out of all clocks of a case. */
export function ExcludeTimeDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const words = {
    title: m.reports_exclude(),
    submit: m.reports_exclude(),
    done: m.reports_exclude_done(),
    from: m.reports_exclude_from(),
    to: m.reports_exclude_to(),
    timeMissing: m.reports_exclude_time_missing(),
    reason: m.reports_months_reason(),
    reasonHint: m.reports_months_reason_hint(),
    reasonMissing: m.reports_months_reason_missing(),
    help: m.reports_exclude_help,
  };
  return <TimeSpanDialog words={words} onSave={(body) => call(excludeTime, { params: { id }, body })} onClose={onClose} />;
}
