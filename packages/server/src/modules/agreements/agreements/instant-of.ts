import { invalidField } from '../../../platform/errors.ts';

const [first, last] = [Date.parse('1990-01-01T00:00:00Z'), Date.parse('2100-01-01T00:00:00Z')];

/** A moment within the years for which promises are made. */
export function instantOf(text: string, field: string): Date {
  const at = new Date(text);
  if (!(at.getTime() >= first && at.getTime() < last)) throw invalidField(field, 'out_of_range', { from: 1990, to: 2099 });
  return at;
}
