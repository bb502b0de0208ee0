import { mailPlaceholders, type MailTime, type MailWords } from '@zhiheng/contract/surveys/distributions';
import type { Locale } from '@zhiheng/contract/values/text';

interface Asked {
  readonly name: string;
  readonly language: string | null;
  readonly survey: Readonly<Record<Locale, string>>;
  readonly organisation: string;
  readonly link: string;
  readonly words: MailWords | null;
}

interface Words {
  readonly subject: string;
  readonly body: string;
}

const usual = {
  zh: {
    first: {
      subject: '想听听您的意见：{survey}',
      body: '{name}，您好：\n\n{organisation}想听听您的意见，只需几分钟：\n{link}\n\n这个链接只属于您，请勿转发。不想再收到这样的邀请，请打开链接，选择“不再询问我”。\n\n{organisation}',
    },
    reminder: {
      subject: '还在等您的意见：{survey}',
      body: '{name}，您好：\n\n前几天请您填写的问卷还没有收到，只需几分钟：\n{link}\n\n不想再收到这样的邀请，请打开链接，选择“不再询问我”。\n\n{organisation}',
    },
    somebody: '客户',
  },
  en: {
    first: {
      subject: 'Your opinion, please: {survey}',
      body: 'Dear {name},\n\n{organisation} would like to hear what you think. It takes a few minutes:\n{link}\n\nThe link is yours alone; please do not pass it on. If you do not want to be asked again, open it and say so there.\n\n{organisation}',
    },
    reminder: {
      subject: 'Still waiting for your opinion: {survey}',
      body: 'Dear {name},\n\nSome days ago we asked for your opinion and have not heard from you. It takes a few minutes:\n{link}\n\nIf you do not want to be asked again, open the link and say so there.\n\n{organisation}',
    },
    somebody: 'customer',
  },
} as const;

/** What somebody reads who is asked. The words of the house go before the usual ones; the link is never missing. */
export function invitationMail(asked: Asked, time: MailTime): Words & { readonly language: Locale } {
  const language: Locale = asked.language?.startsWith('en') === true ? 'en' : 'zh';
  const { somebody, [time]: standard } = usual[language];
  const values = { name: asked.name || somebody, survey: asked.survey[language], organisation: asked.organisation, link: asked.link };
  const wanted = (part: 'subject' | 'body'): string => {
    const own = asked.words?.[part] ?? {};
    return (own[asked.language ?? language] ?? own[language]) || standard[part];
  };
  const body = wanted('body');
  return {
    language,
    subject: fill(wanted('subject'), values),
    body: fill(body.includes('{link}') ? body : `${body}\n\n{link}`, values),
  };
}

/** What a value itself has in braces stays as it is. */
const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\{([a-z]+)\}/g, (whole, name: string) => (Object.hasOwn(values, name) ? (values[name] ?? whole) : whole));

/** What is wrong with words of a mail: braces around something else, or the link where it cannot be opened. */
export function faultsOfWords(
  words: MailWords,
): readonly { readonly path: string; readonly code: string; readonly params?: { readonly what: string } }[] {
  const known: readonly string[] = mailPlaceholders;
  const parts = (['subject', 'body'] as const).flatMap((part) =>
    Object.entries(words[part]).map(([language, text]) => ({ part, path: `${part}.${language}`, text })),
  );
  return parts.flatMap(({ part, path, text }) => [
    ...[...text.matchAll(/\{([^{}]*)\}/g)].flatMap(([whole, name = '']) =>
      known.includes(name) ? [] : [{ path, code: 'unknown_placeholder', params: { what: whole } }],
    ),
    ...(part === 'subject' && text.includes('{link}') ? [{ path, code: 'link_in_subject' }] : []),
  ]);
}
