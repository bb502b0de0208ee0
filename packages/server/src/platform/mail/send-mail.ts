import { createTransport } from 'nodemailer';
import { connectionError, MailError, patience, type MailServer } from './mail-server.ts';

export interface OutgoingMail {
  readonly from: { readonly name: string; readonly address: string };
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** with its angle brackets */
  readonly messageId: string;
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  /** no person wrote it: machines that get it stay silent */
  readonly automatic: boolean;
  readonly attachments: readonly { readonly name: string; readonly mediaType: string; readonly bytes: Buffer }[];
}

/** Hands a mail to the server. Throws a MailError; `isFinal` says whether another attempt makes sense. */
export async function sendMail(server: MailServer, mail: OutgoingMail): Promise<void> {
  const transport = createTransport({
    host: server.host,
    port: server.port,
    secure: server.security === 'tls',
    requireTLS: server.security === 'starttls',
    ignoreTLS: server.security === 'none',
    ...(server.user !== '' && { auth: { user: server.user, pass: server.password } }),
    ...patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail(messageOf(mail));
  } catch (error) {
    throw sendError(error);
  } finally {
    transport.close();
  }
}

function messageOf(mail: OutgoingMail) {
  const { from, to, subject, text, html, messageId, inReplyTo, references, automatic, attachments } = mail;
  return {
    ...{ from, to: { name: '', address: to }, subject, text, html, messageId, references: [...references] },
    ...(inReplyTo !== null && { inReplyTo }),
    headers: automatic ? { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' } : {},
    attachments: attachments.map(({ name, mediaType, bytes }) => ({ filename: name, contentType: mediaType, content: bytes })),
  };
}

interface Raised extends Error {
  readonly code?: string;
  readonly responseCode?: number;
  readonly response?: string;
}

class SendError extends MailError {
  constructor(
    failure: MailError['failure'],
    detail: string,
    readonly final: boolean,
  ) {
    super(failure, detail);
  }
}

/** The server said no for good: 5xx to this recipient or to this mail. Wrong settings may still be put right. */
export const isFinal = (error: MailError): boolean => error instanceof SendError && error.final;

function sendError(error: unknown): MailError {
  const { code, responseCode = 0, response, message } = error as Raised;
  const detail = (response ?? message).slice(0, 300);
  if (code === 'EAUTH' || responseCode === 530) return new MailError(responseCode === 538 ? 'no_encryption' : 'login_refused', detail);
  if (code === 'EENVELOPE') return new SendError('recipient_refused', detail, responseCode === 0 || responseCode >= 500);
  if (code === 'EMESSAGE') return new SendError('message_refused', detail, responseCode >= 500);
  return connectionError(error);
}
