import { expect, it } from 'vitest';
import { codeFromName } from './code-from-name.ts';

it.each([
  ['Home broadband, 1 Gbit/s', '-', 'home-broadband-1-gbit-s'],
  ['First call resolution', '_', 'first_call_resolution'],
  ["24 h café's desk", '-', 'h-cafes-desk'],
  ['服务台', '-', ''],
  [`${'a'.repeat(63)} b`, '-', 'a'.repeat(63)],
] as const)('names %j with %j', (name, joint, code) => expect(codeFromName(name, joint)).toBe(code));
