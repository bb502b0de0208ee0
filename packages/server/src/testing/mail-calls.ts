import * as mail from '@zhiheng/contract/mail/mail';
import type { SampleCall } from './sample-calls.ts';

const id = '0197d000-0000-7000-8000-000000000000';
const template = { subject: '[{number}] {subject}', body: '{message}' };
const templates = { zh: template, en: template };
const confirmation = { subject: '[{number}]', body: 'Dear {name}' };
const server = { host: 'mail.invalid', port: 587, security: 'starttls', user: 'desk', password: 'secret' };
const sender = { name: 'Desk', address: 'desk@example.org' };

export const mailFiles = { mail };

/** Sample calls of mail. No server is named by any settings that these write: they come with an old version. */
export const mailCalls: readonly SampleCall[] = [
  { endpoint: mail.getMailSettings, may: 'A' },
  {
    endpoint: mail.updateMailSettings,
    may: 'A',
    body: {
      version: 7,
      outgoing: { ...server, from: { zh: sender, en: sender } },
      incoming: { ...server, folder: 'INBOX', type: 'request', teamId: null },
      confirms: true,
      texts: { confirmation: { zh: confirmation, en: confirmation }, reply: templates, signature: { zh: 'x', en: 'x' } },
    },
  },
  { endpoint: mail.testOutgoing, may: 'A', body: { to: 'eve@example.org' } },
  { endpoint: mail.testIncoming, may: 'A', body: {} },
  { endpoint: mail.previewMail, may: 'A', body: { kind: 'reply', language: 'en', template, signature: 'x' } },
  { endpoint: mail.listSentMail, may: 'A', query: { state: 'failed', limit: '2' } },
  { endpoint: mail.retryMail, may: 'A', params: { id }, body: {} },
  { endpoint: mail.listReceivedMail, may: 'A', query: { outcome: 'quarantined', limit: '2' } },
  { endpoint: mail.getReceivedMail, may: 'A', params: { id } },
  { endpoint: mail.downloadReceivedMail, may: 'A', params: { id } },
  { endpoint: mail.releaseMail, may: 'A', params: { id }, body: {} },
  { endpoint: mail.dismissMail, may: 'A', params: { id }, body: {} },
];
