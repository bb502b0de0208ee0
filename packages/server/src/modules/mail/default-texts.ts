import type { MailTexts } from '@zhiheng/contract/mail/mail';

/** What mails say until somebody writes texts of their own. */
export const defaultTexts: MailTexts = {
  confirmation: {
    zh: {
      subject: '[{number}] 已收到：{subject}',
      body: '{name}，您好：\n\n您的来信已收到，编号 {number}。我们会尽快处理，有进展会回复到这个邮箱。\n需要补充时请直接回复本邮件，并保留主题中的编号。\n\n{signature}',
    },
    en: {
      subject: '[{number}] Received: {subject}',
      body: 'Dear {name},\n\nWe have received your message and opened case {number}. We will answer to this address.\nTo add something, reply to this mail and keep the number in the subject.\n\n{signature}',
    },
  },
  reply: {
    zh: { subject: '[{number}] {subject}', body: '{name}，您好：\n\n{message}\n\n{signature}' },
    en: { subject: '[{number}] {subject}', body: 'Dear {name},\n\n{message}\n\n{signature}' },
  },
  signature: { zh: '{organisation}', en: '{organisation}' },
};
