import { createRequire } from 'node:module';
import type { AddressInfo, Server } from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { CallInput } from '@zhiheng/contract/endpoint';
import { getMailSettings, updateMailSettings } from '@zhiheng/contract/mail/mail';
import type { TestOrganisation } from '../../testing/sign-in.ts';
import type { TestServer } from '../../testing/test-server.ts';
import { deliverEvents } from '../../testing/deliver-events.ts';
import { fetchMail, sendWaiting } from './index.ts';

type Body = NonNullable<CallInput<typeof updateMailSettings>['body']>;

const soon = () => new Date(Date.now() + 3600_000);

/** Hands over events and sends what waits, as the sweeps do. */
export async function sendAll(server: TestServer): Promise<void> {
  await deliverEvents(server);
  await sendWaiting(server.platform, soon());
}

export const fetchAll = ({ platform }: TestServer): Promise<void> => fetchMail(platform, soon());

export const outgoingTo = (port: number, more: object = {}): NonNullable<Body['outgoing']> => ({
  ...{ host: '127.0.0.1', port, security: 'none' as const, user: 'desk', password: 'right' },
  from: { zh: { name: '服务台', address: 'desk@house.example' }, en: { name: 'Service desk', address: 'desk@house.example' } },
  ...more,
});

export const incomingFrom = (port: number, more: object = {}): NonNullable<Body['incoming']> => ({
  ...{ host: '127.0.0.1', port, security: 'none' as const, user: 'testuser', password: 'testpass' },
  ...{ folder: 'INBOX', type: 'request' as const, teamId: null },
  ...more,
});

/** Changes some of the settings and leaves the others. */
export async function setUpMail(org: TestOrganisation, change: Partial<Body>) {
  const { version, confirms, texts, outgoing, incoming } = await org.call(getMailSettings);
  const known = { outgoing: outgoing === null ? null : plain(outgoing), incoming: incoming === null ? null : plain(incoming) };
  return org.call(updateMailSettings, { body: { version, confirms, texts, ...known, ...change } });
}

function plain<T extends { hasPassword: boolean; health: unknown }>({ hasPassword: _has, health: _health, ...rest }: T) {
  return rest;
}

interface Delivered {
  readonly to: readonly string[];
  readonly raw: string;
}

export interface SmtpHost {
  readonly port: number;
  readonly mails: Delivered[];
  /** what the server says to a recipient: a code such as 550 */
  readonly refusals: Map<string, number>;
  stop(): Promise<void>;
}

/** A mail server on loopback that knows one user, `desk` with the password `right`. */
export async function startSmtp(): Promise<SmtpHost> {
  const mails: Delivered[] = [];
  const refusals = new Map<string, number>();
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    authOptional: true,
    onAuth: ({ username, password }, _session, answer) =>
      username === 'desk' && password === 'right' ? answer(null, { user: username }) : answer(new Error('wrong user or password')),
    onRcptTo({ address }, _session, answer) {
      const responseCode = refusals.get(address);
      answer(responseCode === undefined ? null : Object.assign(new Error('no such user here'), { responseCode }));
    },
    onData(stream, session, answer) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        mails.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw: Buffer.concat(chunks).toString('utf8') });
        answer();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return { port, mails, refusals, stop: () => new Promise((resolve) => server.close(() => resolve())) };
}

interface Hoodiecrow {
  readonly server: Server;
  listen(port: number, host: string, done: () => void): void;
  close(done: () => void): void;
  appendMessage(folder: string, flags: readonly string[], at: string, raw: string): void;
  getMailbox(folder: string): { uidvalidity: number; uidnext: number };
}

const require = createRequire(import.meta.url);
// It brings no types of its own.
const hoodiecrow = require('hoodiecrow-imap') as (options: object) => Hoodiecrow;

export interface ImapHost {
  readonly port: number;
  readonly imap: Hoodiecrow;
  put(raw: string | Buffer): void;
  stop(): Promise<void>;
}

/** A mailbox on loopback with an empty INBOX, of `testuser` with the password `testpass`. */
export async function startImap(port = 0): Promise<ImapHost> {
  const imap = hoodiecrow({ plugins: ['IDLE', 'UIDPLUS', 'LITERALPLUS'], storage: { INBOX: { messages: [] }, '': {} } });
  const sockets = new Set<{ destroy(): void }>();
  imap.server.on('connection', (socket) => sockets.add(socket));
  await new Promise<void>((resolve) => imap.listen(port, '127.0.0.1', resolve));
  return {
    port: (imap.server.address() as AddressInfo).port,
    imap,
    // It keeps mails as strings of bytes.
    put: (raw) => imap.appendMessage('INBOX', [], internalDate(new Date()), Buffer.from(raw).toString('latin1')),
    stop: () =>
      new Promise((resolve) => {
        imap.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const internalDate = (at: Date): string =>
  `${String(at.getUTCDate()).padStart(2, ' ')}-${months[at.getUTCMonth()] ?? ''}-${at.getUTCFullYear()} ${at.toISOString().slice(11, 19)} +0000`;

/** A mail as a customer writes it. */
export const mailOf = (headers: Readonly<Record<string, string>>, body = 'The printer jams.'): string =>
  [
    ...Object.entries({ From: 'Wang Xiaoming <wang@customer.example>', To: 'desk@house.example', Subject: 'Printer', ...headers }).map(
      ([name, value]) => `${name}: ${value}`,
    ),
    'MIME-Version: 1.0',
    ...('Content-Type' in headers ? [] : ['Content-Type: text/plain; charset=utf-8']),
    '',
    body,
    '',
  ].join('\r\n');
