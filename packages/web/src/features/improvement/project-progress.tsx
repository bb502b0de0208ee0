import type { ProjectProgress as Progress } from '@zhiheng/contract/improvement/projects';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { ProgressBar } from '../../ui/progress-bar.tsx';

/** How much of the weight is done; nothing is said while there is nothing to do. */
export function ProjectProgress({ progress: { share, done, actions } }: { readonly progress: Progress }) {
  const format = useFormat();
  if (share === null) return <span>—</span>;
  return <ProgressBar share={share} label={m.improvement_progress_of({ done: format.number(done), all: format.number(actions) })} />;
}
