/** What programs and people write where nothing was measured. */
const signs = new Set(['', '-', '--', '—', '——', '/', 'n/a', '#n/a', 'na', 'nan', 'null', 'none']);

/** Whether a trimmed cell says that there is nothing. */
export const isBlank = (text: string): boolean => text === '' || (text.length <= 4 && signs.has(text.toLowerCase()));
