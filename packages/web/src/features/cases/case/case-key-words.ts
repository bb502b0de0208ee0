import { m } from '../../../paraglide/messages.js';
import type { KeyWords } from '../list/keys-help.tsx';

export const caseKeyWords = (): readonly KeyWords[] => [
  { keys: ['r'], words: m.cases_key_reply() },
  { keys: ['m'], words: m.cases_key_note() },
  { keys: ['a'], words: m.cases_key_assign() },
  { keys: ['p'], words: m.cases_key_priority() },
  { keys: ['e'], words: m.cases_key_edit() },
  { keys: ['u'], words: m.cases_key_back() },
  { keys: ['?'], words: m.cases_key_help() },
];
