/**
 * Code of the source of all imported files. One for all of them, so that a file says the same whichever way it came:
 * by hand, by the command line, with or without a saved mapping.
 */
export const importSource = 'import';
