import { describe, expect, it } from 'vitest';
import { visitForm } from '../visit-form.testing.ts';
import { pipe, type Answers, type Given } from './index.ts';

const piped = (text: string, answers: Answers, given: Given = {}, language = 'en'): string =>
  pipe({ zh: text, en: text }, language, { form: visitForm, answers, given });

describe('pipe', () => {
  it('puts words of options in the language of the reader', () => {
    expect(piped('{{visit}}', { visit: 'again' })).toBe('Option again');
    expect(piped('{{visit}}', { visit: 'again' }, {}, 'zh')).toBe('选项again');
    expect(piped('{{heard}}', { heard: ['web', 'press'] })).toBe('Option web, Option press');
    expect(piped('{{heard}}', { heard: ['web', 'press'] }, {}, 'zh-CN')).toBe('选项web、选项press');
    expect(piped('{{rank}}', { rank: ['care', 'wait'] })).toBe('Option care, Option wait');
    expect(piped('{{visit}}', { visit: 'again' }, {}, 'ug')).toBe('选项again');
  });

  it('puts words and numbers as they are', () => {
    expect(piped('{{ why }}! {{recommend}} {{quality.neat.p}}', { why: 'late', recommend: 0, 'quality.neat.p': 6 })).toBe('late! 0 6');
  });

  it('has words for when there is no answer', () => {
    expect(piped('{{visit|your visit}} {{clinic|here}}', {})).toBe('your visit here');
    expect(piped('[{{visit}}]', {})).toBe('[]');
    expect(piped('{{clean|so}}', { clean: 'na' })).toBe('so');
    expect(piped('{{why|so}}', { why: ' ' })).toBe('so');
    expect(piped('{{constructor|so}}', {})).toBe('so');
  });

  it('takes what was given only for keys that are no field', () => {
    expect(piped('{{clinic}} {{why|so}}', {}, { clinic: '3', why: 'because' })).toBe('3 so');
  });

  it('reads nothing twice and makes no markup', () => {
    expect(piped('{{why}}', { why: '{{mail}} <b>$&', mail: 'li@example.org' })).toBe('{{mail}} <b>$&');
  });

  it('takes the first language where the asked one is missing', () => {
    expect(pipe({ zh: '您好{{clinic}}' }, 'en', { form: visitForm, answers: {}, given: { clinic: '3' } })).toBe('您好3');
  });
});
