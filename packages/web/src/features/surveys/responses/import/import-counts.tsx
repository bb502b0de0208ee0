import type { ResponseImport } from '@zhiheng/contract/surveys/response-imports';
import { m } from '../../../../paraglide/messages.js';
import { CountList } from '../../../../ui/count-list.tsx';

/** What was read, and what became of it. */
export function ImportCounts({ job: { counts, dryRun, state } }: { readonly job: ResponseImport }) {
  const taken = state === 'undoing' || state === 'undone';
  return (
    <CountList
      counts={[
        [m.surveys_import_read(), counts.rows],
        [dryRun ? m.surveys_import_would_store() : m.surveys_import_stored(), counts.stored],
        [m.surveys_import_unchanged(), counts.unchanged],
        [m.surveys_import_refused(), counts.refused],
        ...(taken ? [[m.surveys_import_taken_back(), counts.undone] as const] : []),
      ]}
    />
  );
}
