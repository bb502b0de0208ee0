import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Locale } from '@zhiheng/contract/values/text';

const folder = join(import.meta.dirname, '../../packages/web/messages');
const messages = z.record(z.string(), z.unknown());

const read = (locale: Locale): Record<string, unknown> =>
  Object.assign(
    {},
    ...readdirSync(folder).map((part) => messages.parse(JSON.parse(readFileSync(join(folder, part, `${locale}.json`), 'utf8')))),
  ) as Record<string, unknown>;

const books = { zh: read('zh'), en: read('en') };

/** The words that the interface uses, so that a journey reads the same in both languages: `say('zh')('shell_sign_in')`. */
export const say =
  (locale: Locale) =>
  (key: string, values: Readonly<Record<string, string | number>> = {}): string => {
    const words = books[locale][key];
    if (typeof words !== 'string') throw new Error(`no plain message ${key} in ${locale}`);
    return words.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => String(values[name] ?? ''));
  };
