import { m } from '../../../paraglide/messages.js';
import type { KeyWords } from '../../../ui/keys/keys-help.tsx';

export const inboxKeyWords = (): readonly KeyWords[] => [
  { keys: ['j', 'k'], words: m.feedback_key_next() },
  { keys: ['Enter', 'r'], words: m.feedback_key_open() },
  { keys: ['x'], words: m.feedback_key_select() },
  { keys: ['e'], words: m.feedback_key_close() },
  { keys: ['s'], words: m.feedback_key_suggestion() },
  { keys: ['i'], words: m.feedback_key_mine() },
  { keys: ['+', '-'], words: m.feedback_key_polarity() },
  { keys: ['z'], words: m.feedback_key_undo() },
  { keys: ['/'], words: m.feedback_key_search() },
  { keys: ['n'], words: m.feedback_key_new() },
  { keys: ['?'], words: m.feedback_key_help() },
];
