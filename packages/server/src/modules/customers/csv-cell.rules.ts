/**
 * A spreadsheet takes a cell that begins like a formula for one: an apostrophe before it keeps it text. Telephone numbers are none.
 *
 * @example guardCell('=1+1') // "'=1+1"
 */
export const guardCell = (text: string): string => (/^'*[=+\-@\t\r]/.test(text) && !/^[+-]?[\d\s().-]+$/.test(text) ? `'${text}` : text);

/** @example unguardCell("'=1+1") // '=1+1' */
export const unguardCell = (text: string): string => (/^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text);
