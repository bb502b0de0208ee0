import { expect, test } from 'vitest';
import { cutQuote } from './cut-quote.rules.ts';

const fresh = 'It works now.';

test.each([
  ['Gmail', `${fresh}\n\nOn Mon, Nov 16, 2026 at 9:00 AM Desk <desk@house.example> wrote:\n> Please restart`],
  ['a head of two lines', `${fresh}\n\nOn Mon, Nov 16, 2026 at 9:00 AM Desk\n<desk@house.example> wrote:\n> Please restart`],
  ['Outlook', `${fresh}\n\nFrom: Desk <desk@house.example>\nSent: Monday, 16 November 2026 09:00\nTo: Wang\nSubject: x\n\nPlease restart`],
  ['Foxmail', `${fresh}\n\n发件人： 服务台\n发送时间： 2026-11-16 09:00\n收件人： 王小明\n主题： x\n\n请重启`],
  ['QQ', `${fresh}\n\n------------------ 原始邮件 ------------------\n发件人: "服务台"`],
  ['NetEase', `${fresh}\n\n在 2026-11-16 09:00:00，"服务台" <desk@house.example> 写道：\n请重启`],
  ['Apple', `${fresh}\n\n> 2026年11月16日 09:00，服务台 <desk@house.example> 写道：\n> \n> 请重启`],
])('cuts what %s quotes', (_program, text) => {
  expect(cutQuote(text)).toBe(fresh);
});

test.each([
  ['answers between quoted lines', '> Does it work?\nYes.\n> And now?\nAlso.'],
  ['a mail that only quotes', '> Please restart'],
  ['a line that begins with From', 'From: here on it works.\nReally.'],
])('leaves %s', (_what, text) => {
  expect(cutQuote(text)).toBe(text);
});
