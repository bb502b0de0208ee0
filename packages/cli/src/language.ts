import { en } from './words/en.ts';
import { zh } from './words/zh.ts';

export type Language = 'zh' | 'en';
export type Words = typeof en;

export const wordsIn = (language: Language): Words => (language === 'zh' ? zh : en);

/** `--lang`, else the language of the terminal. Read before the other arguments: help itself is in that language. */
export function chooseLanguage(args: readonly string[], env: NodeJS.ProcessEnv): Language {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const told = at < 0 ? undefined : args[at]?.includes('=') === true ? args[at].split('=')[1] : args[at + 1];
  if (told === 'zh' || told === 'en') return told;
  const locale = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((value) => value !== undefined && value !== '');
  return locale?.toLowerCase().startsWith('zh') === true ? 'zh' : 'en';
}
