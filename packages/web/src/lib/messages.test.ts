import { describe, expect, it } from 'vitest';
import { areas, readMessages, textsOf } from '../testing/read-messages.ts';

const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();
const inputsOf = (texts: Readonly<Record<string, string>>) => [...new Set(Object.values(texts).flatMap(placeholders))].sort();

describe.each(areas)('messages of %s', (area) => {
  const zh = readMessages(area, 'zh');
  const en = readMessages(area, 'en');

  it('say the same things in both languages', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
  });

  it('leave nothing empty', () => {
    const texts = [zh, en].flatMap((messages) => Object.values(messages).flatMap((message) => Object.values(textsOf(message))));
    expect(texts.filter((text) => text.trim() === '' && area !== 'errors')).toEqual([]);
  });

  it('fill in the same values in both languages', () => {
    const different = Object.keys(zh).filter((key) => {
      const [a, b] = [zh[key], en[key]];
      return a !== undefined && b !== undefined && inputsOf(textsOf(a)).join() !== inputsOf(textsOf(b)).join();
    });
    expect(different).toEqual([]);
  });

  it('use straight quotes in English: Chinese fonts draw the curly ones as wide as a character', () => {
    const curly = Object.entries(en).filter(([, message]) => Object.values(textsOf(message)).some((text) => /[“”‘’]/.test(text)));
    expect(curly.map(([key]) => key)).toEqual([]);
  });

  it('have no Chinese words in the English file', () => {
    const chinese = Object.entries(en).filter(([, message]) =>
      Object.values(textsOf(message)).some((text) => /\p{Script=Han}{2}/u.test(text)),
    );
    expect(chinese.map(([key]) => key)).toEqual([]);
  });
});

it('gives no key to two areas: the later one would win unseen', () => {
  const keys = areas.flatMap((area) => Object.keys(readMessages(area, 'zh')));
  expect(keys.filter((key, index) => keys.indexOf(key) < index)).toEqual([]);
});
