import type { TestedFacts } from '../cases/index.ts';

/**
 * Puts the values of fields into a text; a name in braces that is no field stays as it is.
 *
 * @example fillText('{number} waits', { number: ['C-7'] }) // 'C-7 waits'
 */
export const fillText = (text: string, values: TestedFacts['values']): string =>
  text.replaceAll(
    /\{([A-Za-z][A-Za-z0-9._-]*)\}/g,
    (whole, field: string) => values[field]?.map((value) => value ?? '').join(', ') ?? whole,
  );
