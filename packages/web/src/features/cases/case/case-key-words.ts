import { m } from '../../../paraglide/messages.js';
import type { KeyWords } from '../../../ui/keys/keys-help.tsx';

export const caseKeyWords = (): readonly KeyWords[] => [
  { keys: ['r'], words: m.cases_key_reply() },
  { keys: ['m'], words: m.cases_key_note() },
  { keys: ['a'], words: m.cases_key_assign() },
  { keys: ['p'], words: m.cases_key_priority() },
  { keys: ['s'], words: m.cases_key_status() },
  { keys: ['e'], words: m.cases_key_edit() },
  { keys: ['j', 'k'], words: m.cases_key_neighbour() },
  { keys: ['u'], words: m.cases_key_back() },
  { keys: ['?'], words: m.cases_key_help() },
];
