import type { SaveState } from '../lib/draft-saver.ts';
import { problemWords } from '../lib/problem-words.ts';
import { m } from '../paraglide/messages.js';
import type { Tone } from './status-badge.tsx';

/** How far what is being written is kept, as a badge says it. */
export const saveTones: Readonly<Record<SaveState['kind'], Tone>> = {
  saved: 'good',
  waiting: 'idle',
  saving: 'note',
  overtaken: 'near',
  failed: 'bad',
};

export function saveWords(save: SaveState): string {
  switch (save.kind) {
    case 'saved':
      return m.surveys_build_saved();
    case 'waiting':
      return m.surveys_build_waiting();
    case 'saving':
      return m.surveys_build_saving();
    case 'overtaken':
      return m.surveys_build_overtaken();
    case 'failed':
      return m.surveys_build_failed({ reason: problemWords(save.error) });
    default:
      return save satisfies never;
  }
}
