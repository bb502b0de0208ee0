/** The last part of a path, without control characters and without signs that turn the direction of writing. */
export const cleanName = (sent: string): string =>
  (sent.split(/[\\/]/).at(-1) ?? '').replaceAll(/[\p{Cc}\p{Cf}"]/gu, '').slice(-150) || 'file';
