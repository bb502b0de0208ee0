import { describe, expect, it } from 'vitest';
import { distinctiveWords, generalInverseFrequency, inverseFrequencyOf, keywordsOf, textRank, tfIdf } from './index.ts';

describe('TextRank', () => {
  // numpy 2.4.6: the same joins as a matrix W, P = W / row sums, solve((I − 0.85 Pᵀ), 0.15)
  it('finds the stationary scores', () => {
    const words = ['网速', '慢', '客服', '慢', '装维', '师傅', '网速', '卡', '师傅', '上门'];
    const expected = { 师傅: 1.3463605425230556, 网速: 1.327220060766793, 慢: 1.2057618900698583, 装维: 0.9890399804024467 };
    const found = textRank(words, 4);
    expect(found.map(({ word }) => word)).toEqual(Object.keys(expected));
    for (const [i, score] of Object.values(expected).entries()) expect(found[i]?.score).toBeCloseTo(score, 6);
    expect(textRank(words, 10).reduce((sum, { score }) => sum + score, 0)).toBeCloseTo(7, 6);
  });
  it('of one word is that word, of none nothing', () => {
    expect(textRank(['慢', '慢'])).toEqual([{ word: '慢', n: 2, score: expect.closeTo(0.15, 9) }]);
    expect(textRank([])).toEqual([]);
  });
});

describe('tf-idf', () => {
  const documents = {
    n: 9,
    counts: new Map([
      ['外卖', 9],
      ['米饭', 4],
      ['头发', 0],
    ]),
  };
  // by hand: ln((1 + 9) / (1 + df)) + 1
  it('weighs words by how few documents hold them', () => {
    const inverse = inverseFrequencyOf(documents);
    expect(['外卖', '米饭', '头发'].map(inverse)).toEqual([1, expect.closeTo(Math.log(2) + 1, 12), expect.closeTo(Math.log(10) + 1, 12)]);
    expect(tfIdf(['外卖', '外卖', '头发', '米饭'], inverse).map(({ word }) => word)).toEqual(['头发', '外卖', '米饭']);
  });
  it('of jieba’s list is what the list says', () => {
    // @node-rs/jieba 2.0.1, idf.txt, its first line
    expect(generalInverseFrequency('劳动防护')).toBe(13.900677652);
    expect(generalInverseFrequency('没有这个词的词')).toBeGreaterThan(5);
  });
  it('refuses a limit that is none', () => expect(() => tfIdf(['慢'], () => 1, -1)).toThrow(RangeError));
});

describe('keywords', () => {
  it('of Chinese by its own documents or general Chinese', () => {
    const text = '外卖送来的米饭里有头发，外卖员还说没有办法';
    // idf.txt: 外卖 12.11, 米饭 9.13, 送来 7.23, 头发 6.54, 办法 5.34; 外卖员 is not in it and has the median, 11.95
    expect(keywordsOf(text).map(({ word }) => word)).toEqual(['外卖', '外卖员', '米饭', '送来', '头发', '办法']);
    expect(keywordsOf(text, { limit: 1, inverseFrequency: (word) => (word === '米饭' ? 9 : 1) })).toMatchObject([{ word: '米饭' }]);
  });
  it('of English by the text alone', () =>
    expect(
      keywordsOf('The invoice was wrong twice. Nobody could explain the invoice, and the corrected invoice came late.')[0],
    ).toMatchObject({
      word: 'invoice',
      n: 3,
    }));
  it('are none in nothing', () => {
    for (const nothing of ['', '😀', '……', '的的的']) expect(keywordsOf(nothing)).toEqual([]);
  });
});

describe('distinctive words', () => {
  it('are over-represented here, not there', () => {
    const here = {
      n: 200,
      counts: new Map([
        ['慢', 80],
        ['味道', 60],
        ['凉了', 4],
      ]),
    };
    const there = {
      n: 200,
      counts: new Map([
        ['慢', 10],
        ['味道', 120],
      ]),
    };
    expect(distinctiveWords(here, there).map(({ word }) => word)).toEqual(['慢']);
    expect(distinctiveWords({ n: 0, counts: new Map() }, there)).toEqual([]);
  });
});
