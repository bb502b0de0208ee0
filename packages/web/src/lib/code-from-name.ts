/**
 * A machine name made from an English one: lower case, letters and digits joined by `joint`, at most 64 characters; empty when
 * nothing is left. It begins with a letter, as codes must.
 *
 * @example codeFromName('Home broadband, 1 Gbit/s', '-') // 'home-broadband-1-gbit-s'
 */
export function codeFromName(name: string, joint: '-' | '_'): string {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036F'’]/g, '')
    .toLowerCase();
  const words = plain.split(/[^a-z0-9]+/).filter((word) => word !== '');
  const first = words.findIndex((word) => /^[a-z]/.test(word));
  return first === -1
    ? ''
    : words
        .slice(first)
        .join(joint)
        .slice(0, 64)
        .replace(/[-_]+$/, '');
}
