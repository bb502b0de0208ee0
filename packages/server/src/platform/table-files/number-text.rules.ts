import { isBlank } from './blank.rules.ts';

/** A number as written; `percent`: it carried a percent sign. */
export type ReadNumber =
  { readonly kind: 'number'; readonly value: number; readonly percent: boolean } | { readonly kind: 'blank' } | { readonly kind: 'wrong' };

const wrong = { kind: 'wrong' } as const;
const plain = /^[-+]?(\d+(\.\d*)?|\.\d+)(e[-+]?\d{1,3})?$/i;
const thousands = { point: /^[-+]?\d{1,3}(,\d{3})+(\.\d*)?$/, comma: /^[-+]?\d{1,3}(\.\d{3})+(,\d*)?$/ };
const decimalComma = /^[-+]?\d*,\d+$/;
/** A comma that cannot separate thousands: 12,5 and 0,125. */
const surelyDecimal = /^[-+]?(\d*,(\d{1,2}|\d{4,})|0\d*,\d+)$/;

/**
 * Reads a number with thousands separators, percent sign or full-width digits. `comma`: the file writes decimals with a comma.
 * @example readNumber('1,234.5', false) // { kind: 'number', value: 1234.5, percent: false }
 */
export function readNumber(text: string, comma: boolean): ReadNumber {
  const trimmed = text.trim();
  if (plain.test(trimmed) && !(comma && thousands.comma.test(trimmed))) return valued(Number(trimmed), false);
  if (isBlank(trimmed)) return { kind: 'blank' };
  const percent = /[%％]$/.test(trimmed);
  const digits = simplified(percent ? trimmed.slice(0, -1) : trimmed);
  const value = withSeparators(digits, comma);
  return value === null ? wrong : valued(value, percent);
}

const valued = (value: number, percent: boolean): ReadNumber => (Number.isFinite(value) ? { kind: 'number', value, percent } : wrong);

/** Full-width digits become plain ones; spaces and apostrophes between thousands go. */
function simplified(text: string): string {
  const narrow = text.normalize('NFKC').replace(/^[−–]/, '-').trim();
  return /^[-+]?\d{1,3}([ '’]\d{3})+([.,]\d+)?$/.test(narrow) ? narrow.replaceAll(/[ '’]/g, '') : narrow;
}

function withSeparators(text: string, comma: boolean): number | null {
  if (comma && thousands.comma.test(text)) return Number(text.replaceAll('.', '').replace(',', '.'));
  if (plain.test(text)) return Number(text);
  if (comma ? decimalComma.test(text) : surelyDecimal.test(text)) return Number(text.replace(',', '.'));
  if (thousands.point.test(text)) return Number(text.replaceAll(',', ''));
  return null;
}
