import { excludeTime } from '@zhiheng/contract/monitoring/objectives';
import { call } from '../../lib/call.ts';
import { m } from '../../paraglide/messages.js';
import { TimeSpanDialog } from '../../ui/time-span-dialog.tsx';

/** Asks for time to be left out; somebody else decides. */
export function ExcludeDialog({ objectiveId, onClose }: { readonly objectiveId: string; readonly onClose: () => void }) {
  const words = {
    title: m.objectives_exclude(),
    submit: m.objectives_exclude_ask(),
    done: m.objectives_exclusion_asked(),
    from: m.objectives_exclude_from(),
    to: m.objectives_exclude_to(),
    timeMissing: m.objectives_time_missing(),
    reason: m.objectives_reason(),
    reasonMissing: m.objectives_reason_missing(),
    help: m.objectives_exclude_help,
  };
  return <TimeSpanDialog words={words} onSave={(body) => call(excludeTime, { params: { id: objectiveId }, body })} onClose={onClose} />;
}
