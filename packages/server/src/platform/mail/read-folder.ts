import { ImapFlow, type MailboxObject } from 'imapflow';
import { connectionError, MailError, patience, type MailServer } from './mail-server.ts';

/** How far a folder has been read. When `validity` is another one, the folder numbers its mails anew. */
export interface FolderPlace {
  readonly validity: string | null;
  readonly lastUid: number;
}

export interface FolderMail {
  readonly uid: number;
  readonly validity: string;
  readonly size: number;
  /** the beginning only when `size` is more than what was asked for */
  readonly raw: Buffer;
}

interface Reading {
  readonly folder: string;
  readonly place: FolderPlace;
  /** so many mails at a time */
  readonly most: number;
  readonly mostBytes: number;
  /** what arrived before is left alone when the folder numbers its mails anew */
  readonly since: Date;
}

/** Signs in, hands each mail that is new to `take`, in order, and leaves the folder as it was; says how many there were. Throws a MailError when the connection fails; what `take` throws goes through. */
export async function readFolder(
  server: MailServer,
  { folder, place, most, mostBytes, since }: Reading,
  take: (mail: FolderMail) => Promise<void>,
): Promise<number> {
  return inFolder(server, folder, async (client, mailbox) => {
    const validity = String(mailbox.uidValidity);
    const after = place.validity === validity ? place.lastUid : 0;
    const wanted = place.validity === validity ? { uid: `${after + 1}:*` } : { since };
    const found = (await guarded(() => client.search(wanted, { uid: true }))) || [];
    // `n:*` names the last mail even when its number is smaller.
    const uids = found
      .filter((uid) => uid > after)
      .sort((a, b) => a - b)
      .slice(0, most);
    for (const uid of uids) {
      const mail = await guarded(() =>
        client.fetchOne(String(uid), { uid: true, size: true, source: { start: 0, maxLength: mostBytes } }, { uid: true }),
      );
      // Taken away by somebody else meanwhile.
      if (mail === undefined || mail === false) continue;
      const raw = mail.source ?? Buffer.alloc(0);
      await take({ uid, validity, size: mail.size ?? raw.length, raw });
    }
    return uids.length;
  });
}

/** How many mails lie in the folder: whether signing in works. */
export const countMails = (server: MailServer, folder: string): Promise<number> =>
  inFolder(server, folder, async (_client, mailbox) => mailbox.exists);

/** The last number of the folder and its validity now. */
export const lastPlace = (server: MailServer, folder: string): Promise<FolderPlace> =>
  inFolder(server, folder, async (_client, mailbox) => ({ validity: String(mailbox.uidValidity), lastUid: mailbox.uidNext - 1 }));

async function inFolder<T>(server: MailServer, folder: string, work: (client: ImapFlow, mailbox: MailboxObject) => Promise<T>): Promise<T> {
  const client = new ImapFlow({
    host: server.host,
    port: server.port,
    secure: server.security === 'tls',
    ...(server.security !== 'tls' && { doSTARTTLS: server.security === 'starttls' }),
    auth: { user: server.user, pass: server.password },
    ...patience,
    logger: false,
    disableAutoIdle: true,
    maxResponseSize: 64 * 1024 * 1024,
  });
  // Whatever breaks is also thrown where it is awaited.
  client.on('error', () => undefined);
  try {
    await guarded(() => client.connect());
    const mailbox = await client.mailboxOpen(folder, { readOnly: true }).catch((error: unknown) => {
      throw folderError(error);
    });
    return await work(client, mailbox);
  } finally {
    await client.logout().catch(() => undefined);
    client.close();
  }
}

async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw imapError(error);
  }
}

interface Raised extends Error {
  readonly authenticationFailed?: boolean;
  readonly responseText?: string;
  readonly responseStatus?: string;
}

function imapError(error: unknown): MailError {
  const { authenticationFailed, responseText, message } = error as Raised;
  if (authenticationFailed === true) return new MailError('login_refused', (responseText ?? message).slice(0, 300));
  return connectionError(error);
}

function folderError(error: unknown): MailError {
  const { responseStatus, responseText, message } = error as Raised;
  return responseStatus !== undefined ? new MailError('folder_missing', (responseText ?? message).slice(0, 300)) : imapError(error);
}
