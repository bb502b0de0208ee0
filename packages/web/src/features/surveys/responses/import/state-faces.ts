import type { ResponseImport } from '@zhiheng/contract/surveys/response-imports';
import { m } from '../../../../paraglide/messages.js';
import type { Tone } from '../../../../ui/status-badge.tsx';

export const stateFaces: Readonly<Record<ResponseImport['state'], { readonly tone: Tone; readonly word: () => string }>> = {
  queued: { tone: 'idle', word: m.imports_state_queued },
  running: { tone: 'note', word: m.imports_state_running },
  done: { tone: 'good', word: m.imports_state_done },
  failed: { tone: 'bad', word: m.imports_state_failed },
  cancelled: { tone: 'idle', word: m.imports_state_cancelled },
  undoing: { tone: 'note', word: m.surveys_import_undoing },
  undone: { tone: 'idle', word: m.surveys_import_undone },
};
