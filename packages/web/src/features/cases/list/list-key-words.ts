import { m } from '../../../paraglide/messages.js';
import type { KeyWords } from '../../../ui/keys/keys-help.tsx';

export const listKeyWords = (): readonly KeyWords[] => [
  { keys: ['j', 'k'], words: m.cases_key_next() },
  { keys: ['Enter'], words: m.cases_key_open() },
  { keys: ['x'], words: m.cases_key_select() },
  { keys: ['a'], words: m.cases_key_assign() },
  { keys: ['p'], words: m.cases_key_priority() },
  { keys: ['s'], words: m.cases_key_status() },
  { keys: ['z'], words: m.cases_key_undo() },
  { keys: ['/'], words: m.cases_key_search() },
  { keys: ['n'], words: m.cases_key_new() },
  { keys: ['?'], words: m.cases_key_help() },
  { keys: ['Esc'], words: m.cases_key_escape() },
];
