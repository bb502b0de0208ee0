import type { Locale } from '@zhiheng/contract/values/text';

/** The name of a language in the language of the reader; its tag where nobody knows it. */
export const languageName = (tag: string, locale: Locale): string =>
  new Intl.DisplayNames(locale === 'zh' ? 'zh-CN' : 'en', { type: 'language' }).of(tag) ?? tag;

/** A tag as browsers and screen readers know it: the product's `zh` is written in the characters of the mainland. */
export const languageTag = (language: string): string => (language === 'zh' ? 'zh-CN' : language);
