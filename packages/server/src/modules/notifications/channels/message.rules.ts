import { createHmac } from 'node:crypto';
import type { ChannelKind } from '@zhiheng/contract/notifications/channel-kind';
import type { Locale } from '@zhiheng/contract/values/text';
import { signatureHeader, signBody } from '../../../platform/outbound/sign-body.ts';

/** What is said to a channel. */
export interface ChannelMessage {
  readonly id: string;
  /** what happened, in one sentence */
  readonly title: string;
  /** number and subject of a case, name of another thing */
  readonly label: string;
  /** for whom it is; null: for everybody who reads there */
  readonly person: string | null;
  readonly kind: string;
  readonly at: Date;
  /** where it is shown; null when nobody said under which address people reach the server */
  readonly link: string | null;
  readonly language: Locale;
}

export interface ChannelAddress {
  readonly url: string;
  readonly secret: string | null;
}

/** A message in the form that one kind of channel understands. */
export interface Written {
  readonly url: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

type Writer = (message: ChannelMessage, address: ChannelAddress, now: Date) => Written;

const words = { zh: { see: '查看', to: '给' }, en: { see: 'Open', to: 'For' } } as const;
const json = { 'content-type': 'application/json; charset=utf-8' } as const;

/** Characters with a meaning in the markdown of robots, mentions among them, become themselves: labels come from customers. */
const plain = (text: string): string =>
  text
    .replaceAll(/\s+/g, ' ')
    .replaceAll('<', '＜')
    .replaceAll('>', '＞')
    .replaceAll('@', '＠')
    .replaceAll(/[\\`*_{}[\]()#!|~]/g, String.raw`\$&`);

/** As much of a text as fits into so many bytes, never half a character. */
function cut(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text;
  let kept = '';
  let size = 0;
  for (const character of text) {
    size += Buffer.byteLength(character);
    if (size > bytes - 3) break;
    kept += character;
  }
  return `${kept}…`;
}

function markdownOf({ title, label, person, link, language }: ChannelMessage): string {
  const { see, to } = words[language];
  const lines = [`**${cut(plain(title), 600)}**`, cut(plain(label), 1800), person === null ? '' : `${to} ${cut(plain(person), 200)}`];
  return [...lines.filter((line) => line !== ''), ...(link === null ? [] : [`[${see}](${link})`])].join('\n\n');
}

const writers: Readonly<Record<ChannelKind, Writer>> = {
  // https://developer.work.weixin.qq.com/document/path/91770: the key stands in the address; at most 4,096 bytes.
  wecom: (message, { url }) => ({
    ...{ url, headers: json },
    body: JSON.stringify({ msgtype: 'markdown', markdown: { content: markdownOf(message) } }),
  }),
  // https://open.dingtalk.com/document/robots/customize-robot-security-settings: time and signature are added to the address.
  dingtalk: (message, { url, secret }, now) => ({
    ...{ url: secret === null ? url : withDingTalkSignature(url, secret, now), headers: json },
    body: JSON.stringify({ msgtype: 'markdown', markdown: { title: cut(message.title, 200), text: markdownOf(message) } }),
  }),
  // https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot: time and signature stand in the body.
  feishu: (message, { url, secret }, now) => ({
    ...{ url, headers: json },
    body: JSON.stringify({
      ...(secret === null ? {} : feishuSignature(secret, now)),
      msg_type: 'post',
      content: { post: postOf(message) },
    }),
  }),
  webhook(message, { url, secret }, now) {
    const { id, kind, title, label, person, at, link } = message;
    const body = JSON.stringify({ id, kind, title, label, person, at: at.toISOString(), link });
    return { url, body, headers: { ...json, ...(secret === null ? {} : { [signatureHeader]: signBody(body, [secret], now) }) } };
  },
};

/** What is sent to a channel of a kind. */
export const writeMessage = (kind: ChannelKind, message: ChannelMessage, to: ChannelAddress & { readonly now: Date }): Written =>
  writers[kind](message, to, to.now);

function withDingTalkSignature(address: string, secret: string, now: Date): string {
  const timestamp = String(now.getTime());
  const url = new URL(address);
  url.searchParams.set('timestamp', timestamp);
  url.searchParams.set('sign', createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64'));
  return url.href;
}

/** Here the words to be signed are the key, and nothing is signed with it. */
function feishuSignature(secret: string, now: Date): { timestamp: string; sign: string } {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  return { timestamp, sign: createHmac('sha256', `${timestamp}\n${secret}`).update('').digest('base64') };
}

function postOf({ title, label, person, link, language }: ChannelMessage) {
  const { see, to } = words[language];
  const texts = [cut(label, 1800), person === null ? '' : `${to} ${person}`].filter((text) => text !== '');
  const lines = [...texts.map((text) => [{ tag: 'text', text }]), ...(link === null ? [] : [[{ tag: 'a', text: see, href: link }]])];
  return { [language === 'zh' ? 'zh_cn' : 'en_us']: { title: cut(title, 600), content: lines } };
}
