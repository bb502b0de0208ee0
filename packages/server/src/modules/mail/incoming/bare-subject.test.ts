import { expect, test } from 'vitest';
import { bareSubject } from './bare-subject.ts';

// 特价优惠, whose last byte in UTF-8 is a space to those who take it for Latin; and 打印机 in GB18030.
test.each([
  ['UTF-8', 'e789b9e4bbb7e4bc98e683a0', '特价优惠'],
  ['GB18030', 'b4f2d3a1bbfa', '打印机'],
])('bare bytes in %s', (_charset, hex, subject) => {
  const mail = (end: string) => Buffer.concat([Buffer.from('From: a@b.example\r\nSubject: '), Buffer.from(hex, 'hex'), Buffer.from(end)]);
  expect(bareSubject(mail('\r\n\r\nSubject: body'))).toBe(subject);
  expect(bareSubject(mail('\n\tmore\n\nx'))).toBe(`${subject}\n\tmore`);
});

test.each(['Subject: =?utf-8?B?5omT?=\r\n\r\nx', 'From: a\r\n\r\nSubject: \u00ff', ''])('%j is written by the rules', (raw) => {
  expect(bareSubject(Buffer.from(raw, 'latin1'))).toBeNull();
});
