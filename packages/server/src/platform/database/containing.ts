/** Pattern for `like` that finds the text itself anywhere, whatever signs it holds. */
export const containing = (text: string): string => `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
