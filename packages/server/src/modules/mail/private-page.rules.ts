import type { Locale } from '@zhiheng/contract/values/text';

const words = {
  zh: '查看进展、补充内容或评价服务（专属链接，请勿转发）：',
  en: 'Follow it, add to it or rate our service (a private link, please do not pass it on): ',
} as const satisfies Record<Locale, string>;

/** Puts the address of the customer's private page below a mail when it is sent: the outbox does not keep it. */
export const withPrivatePage = (text: string, url: string | null, language: Locale): string =>
  url === null ? text : `${text}\n\n${words[language]}${url}`;
