import { expect, test } from 'vitest';
import { maskEmail, maskName, maskPhone } from './mask.rules.ts';

test.each([
  ['刘小洋', '刘*洋'],
  ['刘洋', '刘*'],
  ['欧阳小明', '欧**明'],
  ['洋', '*'],
  ['Mary Poe', 'M*** P**'],
  ['阿卜杜热西提·买买提', '阿*****提'],
  ['', ''],
])('name %s', (name, masked) => expect(maskName(name)).toBe(masked));

test.each([
  ['liu.yang@example.org', 'l***@example.org'],
  ['l@example.org', '***@example.org'],
  ['nobody', '****'],
  ['', ''],
])('e-mail %s', (email, masked) => expect(maskEmail(email)).toBe(masked));

test.each([
  ['13800132207', '138****2207'],
  ['+86 138 0013 2207', '+86 1** **** 2207'],
  ['010-88886666', '010-****6666'],
  ['8888666', '*****66'],
  ['110', '***'],
  ['ext Li 12', '*** ** **'],
  ['', ''],
])('phone %s', (phone, masked) => expect(maskPhone(phone)).toBe(masked));
