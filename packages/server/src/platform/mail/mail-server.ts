import type { MailFailure } from '@zhiheng/contract/mail/mail';

/** Where mail is sent to or fetched from. */
export interface MailServer {
  readonly host: string;
  readonly port: number;
  readonly security: 'tls' | 'starttls' | 'none';
  /** empty: nobody signs in */
  readonly user: string;
  readonly password: string;
}

/** Something that a mail server or the way to it would not do. */
export class MailError extends Error {
  constructor(
    readonly failure: MailFailure,
    /** what the other side said */
    readonly detail: string,
  ) {
    super(failure);
  }
}

/** Patience with a server of which nothing is known yet. */
export const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

interface Raised {
  readonly code?: string;
  readonly originalCode?: string;
  readonly message: string;
}

const byCode: Readonly<Record<string, MailFailure>> = {
  ENOTFOUND: 'host_not_found',
  EDNS: 'host_not_found',
  EAI_AGAIN: 'host_not_found',
  ECONNREFUSED: 'connection_refused',
  EHOSTUNREACH: 'connection_refused',
  ENETUNREACH: 'connection_refused',
  EACCES: 'connection_refused',
  ETIMEDOUT: 'timed_out',
  CONNECT_TIMEOUT: 'timed_out',
  GREETING_TIMEOUT: 'timed_out',
  UPGRADE_TIMEOUT: 'timed_out',
  ETIMEOUT: 'timed_out',
  ETLS: 'no_encryption',
  EPROTO: 'no_encryption',
  ERR_SSL_WRONG_VERSION_NUMBER: 'no_encryption',
};
const certificate = /certificate|altname/i;
const encryption = /SSL routines|STARTTLS/i;

/** What a broken connection means to a person who set it up. */
export function connectionError(error: unknown): MailError {
  const { code = '', originalCode = '', message } = error as Raised;
  const detail = message.slice(0, 300);
  if (/CERT|SELF_SIGNED|UNABLE_TO_/.test(`${code} ${originalCode}`) || certificate.test(message))
    return new MailError('certificate', detail);
  if (encryption.test(message)) return new MailError('no_encryption', detail);
  return new MailError(byCode[originalCode] ?? byCode[code] ?? 'connection_lost', detail);
}
