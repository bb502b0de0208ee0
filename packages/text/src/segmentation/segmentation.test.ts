import { describe, expect, it } from 'vitest';
import { readText, wordsIn } from '../read-data.ts';
import { seedWords } from '../themes/seed-themes.ts';
import { clausesOf, contentWords, isStopWord, languageOf, segment, sentencesOf, singularOf } from './index.ts';

describe('words of service quality', () => {
  const terms = [...wordsIn(readText('words/terms.txt')), ...seedWords()];

  it('are cut as one word, each of them', () => expect(terms.filter((term) => segment(term).length !== 1)).toEqual([]));

  it('are there for every trade', () => expect(terms.length).toBeGreaterThan(1500));

  it('leave their neighbours alone', () => {
    expect(segment('医生的态度')).toEqual(['医生', '的', '态度']);
    expect(segment('投诉以后装维师傅当天上门')).toEqual(['投诉', '以后', '装维师傅', '当天', '上门']);
  });
});

describe('content words', () => {
  it('leave grammar, numbers and single characters out', () =>
    expect(contentWords('我们一共等了 45 分钟，真的非常慢，不过医生很耐心')).toEqual(['等了', '医生', '耐心']));
  it('of English are in the singular', () => expect(contentWords("The couriers weren't polite")).toEqual(['courier', 'polite']));
  it('are none in what has none', () => {
    for (const nothing of ['', '   ', '😀😀', '。。。', '12345', '的']) expect(contentWords(nothing)).toEqual([]);
  });
  it('stop words know both apostrophes', () => expect([isStopWord("don't"), isStopWord('don’t')]).toEqual([true, true]));
});

describe('singular', () => {
  // The rules and exceptions of Harman (1991), table 1: IES but not EIES, AIES; ES but not AES, EES, OES; S but not US, SS.
  it.each([
    ['queries', 'query'],
    ['movies', 'movy'],
    ['services', 'service'],
    ['shoes', 'shoe'],
    ['fees', 'fee'],
    ['dishes', 'dishe'],
    ['menus', 'menus'],
    ['glass', 'glass'],
    ['bus', 'bus'],
    ['orders', 'order'],
    ['gas', 'gas'],
    ['4s', '4s'],
  ])('%s → %s', (plural, singular) => expect(singularOf(plural)).toBe(singular));
});

describe('sentences and clauses', () => {
  it('end at the marks of both languages', () =>
    expect(sentencesOf('很好！！下次还来。 It cost 4.5 yuan. See example.com...\n谢谢')).toEqual([
      '很好',
      '下次还来',
      'It cost 4.5 yuan',
      'See example.com',
      '谢谢',
    ]));
  it('clauses end at commas too', () => expect(clausesOf('菜不错，就是慢,价格：贵~')).toEqual(['菜不错', '就是慢', '价格', '贵']));
  it.each(['。', '.', 'a.', '，'])('of a megabyte of %s come in proportion', (mark) => {
    const began = performance.now();
    sentencesOf(`${mark.repeat(1_000_000 / mark.length)}a`);
    clausesOf(`${mark.repeat(1_000_000 / mark.length)}a`);
    expect(performance.now() - began).toBeLessThan(2000);
  });
  it('are none in what has no letter', () => expect(sentencesOf('！！。😀 …\n')).toEqual([]));
});

describe('language', () => {
  it.each([
    ['这个app很好用', 'zh'],
    ['wifi信号', 'zh'],
    ['outlook邮箱', 'en'],
    ['The app 好', 'en'],
    ['Очень медленно', 'other'],
    ['とても遅いです', 'other'],
    ['', 'none'],
    ['12:30 👍', 'none'],
  ])('%s', (text, language) => expect(languageOf(text)).toBe(language));
});
