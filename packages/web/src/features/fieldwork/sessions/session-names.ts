import type { FieldSessionRow } from '@zhiheng/contract/fieldwork/sessions';
import type { Format } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';

type Named = Pick<FieldSessionRow, 'number' | 'studyName'>;

/** `第 3 场`; among those of other studies with the name of its own, for which a format is needed. */
export function sessionName({ number, studyName }: Named, format: Format | null): string {
  const own = m.fieldwork_session_n({ n: String(number) });
  return format === null ? own : `${format.text(studyName)} · ${own}`;
}

/** Site and place, as far as they are known. */
export function placeText({ siteName, place }: Pick<FieldSessionRow, 'siteName' | 'place'>, format: Format): string {
  return [siteName === null ? '' : format.text(siteName), place].filter((part) => part !== '').join(' · ');
}
