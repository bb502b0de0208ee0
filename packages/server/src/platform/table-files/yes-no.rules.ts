import { isBlank } from './blank.rules.ts';

const yes = new Set(['yes', 'y', 'true', 't', '1', '1.0', 'on', '是', '对', '有', '√', '✓', '✔', '☑', '✅']);
const no = new Set(['no', 'n', 'false', 'f', '0', '0.0', 'off', '否', '不', '不是', '无', '没有', '×', '✗', '✘', '☒', '❌']);

export type ReadYesNo = boolean | 'blank' | 'wrong';

/** Words are compared without regard to case, width and surrounding space. */
export const plainWord = (text: string): string => text.normalize('NFKC').replace('\ufe0f', '').trim().toLowerCase();

/** Reads yes or no. With `wanted`, these words are the yes and every other one is a no. */
export function readYesNo(text: string, wanted?: ReadonlySet<string>): ReadYesNo {
  const word = plainWord(text);
  if (wanted?.has(word) === true) return true;
  if (isBlank(word)) return 'blank';
  if (wanted !== undefined) return false;
  if (yes.has(word)) return true;
  return no.has(word) ? false : 'wrong';
}
