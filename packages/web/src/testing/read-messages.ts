import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Locale } from '@zhiheng/contract/values/text';

interface Choice {
  readonly match: Readonly<Record<string, string>>;
}
type Message = string | readonly Choice[];
type Messages = Readonly<Record<string, Message>>;

const folder = new URL('../../messages/', import.meta.url);

/** The areas of the messages: one folder each. */
export const areas = readdirSync(fileURLToPath(folder));

export const readMessages = (area: string, locale: Locale): Messages =>
  JSON.parse(readFileSync(new URL(`${area}/${locale}.json`, folder), 'utf8')) as Messages;

/** The texts of a message by their condition; a plain message has one. */
export const textsOf = (message: Message): Readonly<Record<string, string>> =>
  typeof message === 'string' ? { '': message } : Object.assign({}, ...message.map((choice) => choice.match));

/** For which values of its selector a message has words of its own. */
export function casesOf(message: Message | undefined): ReadonlySet<string> {
  const conditions = Object.keys(message === undefined ? {} : textsOf(message));
  return new Set(conditions.map((condition) => condition.replace(/^[^=]*=/, '')));
}
