import { m } from '../../paraglide/messages.js';
import type { Preview } from './imports.query.ts';

type Holds = Preview['columns'][number]['holds'];

/** What a column seems to hold. */
export const holdsWords: Readonly<Record<Holds, () => string>> = {
  time: m.imports_holds_time,
  number: m.imports_holds_number,
  'yes-no': m.imports_holds_yes_no,
  text: m.imports_holds_text,
  empty: m.imports_holds_empty,
};
