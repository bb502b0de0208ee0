import { simpleParser, type ParsedMail } from 'mailparser';
import { bareSubject } from './bare-subject.ts';
import { textOfHtml } from './text-of-html.rules.ts';
import { traitsOf, type HeaderOf, type Traits } from './traits.rules.ts';

/** A mail as far as a desk needs it. */
export interface ReadMail {
  /** with its angle brackets */
  readonly messageId: string | null;
  /** Message-IDs of what it answers, the nearest first */
  readonly answers: readonly string[];
  readonly sender: string;
  readonly senderName: string;
  /** where the sender wants answers */
  readonly answerTo: string;
  readonly subject: string;
  readonly text: string;
  readonly attachments: readonly { readonly name: string; readonly bytes: Buffer }[];
  readonly traits: Traits;
}

const mostParts = 400;
const mostText = 200_000;
const mostAttachments = 20;
const patience = 30_000;

/** Reads a mail within bounds. Throws when it is none, or more than a person would send. */
export async function readMail(raw: Buffer): Promise<ReadMail> {
  if (countParts(raw) > mostParts) throw new RangeError('too many parts');
  const parsed = await inTime(simpleParser(raw, { skipHtmlToText: true, skipTextToHtml: true, skipImageLinks: true }));
  return mailOf(parsed, bareSubject(raw) ?? parsed.subject ?? '');
}

function countParts(raw: Buffer): number {
  return raw.toString('latin1').match(/^content-type:/gim)?.length ?? 0;
}

/** A parser that waits for an end that never comes is left behind. */
async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('the mail was not read in time')), patience);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function mailOf(mail: ParsedMail, written: string): ReadMail {
  const header = headerOf(mail);
  const [sender, subject] = [addressIn(mail.from), clean(written, 300).replaceAll(/\s+/g, ' ').trim()];
  return {
    messageId: idsIn(header('message-id'))[0] ?? null,
    answers: [...new Set([...idsIn(header('in-reply-to')), ...idsIn(header('references')).toReversed()])].slice(0, 50),
    sender: sender.address,
    senderName: sender.name,
    answerTo: addressIn(mail.replyTo).address || sender.address,
    subject,
    text: textIn(mail),
    attachments: mail.attachments.slice(0, mostAttachments).map(({ filename, contentType, content }) => ({
      name: clean(filename ?? '', 150) || `file.${endings[contentType] ?? contentType.split('/')[1] ?? 'bin'}`,
      bytes: content,
    })),
    traits: traitsOf(header, { sender: sender.address, subject }),
  };
}

const endings: Readonly<Record<string, string>> = {
  'message/rfc822': 'eml',
  'text/plain': 'txt',
  'image/jpeg': 'jpg',
  'text/calendar': 'txt',
};

/** The first header of a name, unfolded. */
const headerOf =
  ({ headerLines }: ParsedMail): HeaderOf =>
  (name) => {
    const line = headerLines.find(({ key }) => key === name)?.line ?? '';
    return clean(line.slice(line.indexOf(':') + 1), 20_000)
      .replaceAll(/\r?\n[ \t]+/g, ' ')
      .trim();
  };

const idsIn = (header: string): string[] => header.match(/<[^<>\s]{1,400}>/g)?.slice(0, 100) ?? [];

function addressIn(field: ParsedMail['from']): { address: string; name: string } {
  const first = field?.value
    .flatMap((one) => one.group ?? [one])
    .find(({ address = '' }) => isAddress.test(address) && address.length <= 200);
  return {
    address: clean(first?.address ?? '', 200).toLowerCase(),
    name: clean(first?.name ?? '', 200)
      .replaceAll(/\s+/g, ' ')
      .trim(),
  };
}
const isAddress = /^[^\s@<>"(),;:\\]+@[^\s@<>"(),;:\\]+$/;

function textIn({ text = '', html }: ParsedMail): string {
  const plain = text.replaceAll('\r\n', '\n').trim();
  return clean(plain === '' && typeof html === 'string' ? textOfHtml(html) : plain, mostText);
}

/** Without what a database does not store: NUL and halves of characters. */
export const clean = (text: string, most: number): string =>
  text
    .slice(0, most)
    .replaceAll('\u0000', '')
    .replaceAll(/\p{Cs}/gu, '\ufffd');
