import type { Actor } from '../../platform/operation.ts';

/** Whether personal values of customers are hidden from a caller. */
export const isMasked = (actor: Actor): boolean => actor.kind !== 'system' && !actor.permissions.has('customers.personal');

/** Stands for free text that may name a person. */
export const maskText = (text: string): string => (text === '' ? '' : '****');

/**
 * A name of which each word keeps its first sign, and a Chinese one of three or more its last.
 *
 * @example maskName('刘小洋') // '刘*洋'
 * @example maskName('Mary Poe') // 'M*** P**'
 */
export const maskName = (name: string): string =>
  name
    .split(' ')
    .map((word) => maskWord([...word]))
    .join(' ');

const isHan = (sign: string): boolean => /\p{Script=Han}/u.test(sign);

function maskWord(signs: readonly string[]): string {
  const [first = '', ...others] = signs;
  const last = others.at(-1) ?? '';
  if (others.length === 0) return first === '' ? '' : '*';
  const hidden = Math.min(others.length, 6);
  return isHan(last) && others.length > 1 ? `${first}${'*'.repeat(hidden - 1)}${last}` : `${first}${'*'.repeat(hidden)}`;
}

/** @example maskEmail('liu@example.org') // 'l***@example.org' */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  if (at < 0) return maskText(email);
  return `${at > 1 ? email.slice(0, 1) : ''}***${email.slice(at)}`;
}

/**
 * The first three and the last four digits of a long number, the last two of a short one; what stands between the digits stays.
 *
 * @example maskPhone('13800132207') // '138****2207'
 */
export function maskPhone(phone: string): string {
  const digits = phone.match(/\d/g)?.length ?? 0;
  const [shownFirst, shownLast] = digits >= 10 ? [3, 4] : digits >= 7 ? [0, 2] : [0, 0];
  let at = 0;
  return phone.replaceAll(/[\d\p{L}]/gu, (sign) => {
    if (!/\d/.test(sign)) return '*';
    at += 1;
    return at <= shownFirst || at > digits - shownLast ? sign : '*';
  });
}
