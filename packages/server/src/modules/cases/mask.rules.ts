import type { Actor } from '../../platform/operation.ts';

/** Whether names, addresses and numbers of customers are hidden from a caller. */
export const isMasked = (actor: Actor): boolean => actor.kind !== 'system' && !actor.permissions.has('customers.personal');

/** @example maskName('王小明') // '王**' */
export function maskName(name: string): string {
  const [first = '', ...others] = [...name];
  return `${first}${'*'.repeat(Math.min(others.length, 6))}`;
}

/** @example maskEmail('ada@example.org') // 'a***@example.org' */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return at < 1 ? maskName(email) : `${email.slice(0, 1)}***${email.slice(at)}`;
}

/** @example maskPhone('13812345678') // '138****5678' */
export const maskPhone = (phone: string): string =>
  phone.length < 8 ? '*'.repeat(phone.length) : `${phone.slice(0, 3)}${'*'.repeat(phone.length - 7)}${phone.slice(-4)}`;
