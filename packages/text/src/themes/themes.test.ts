import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clausesOf, contentWords } from '../segmentation/index.ts';
import {
  addThemeWordCounts,
  countWithTheme,
  discoverThemes,
  groupByTheme,
  indexThemes,
  logLikelihoodRatio,
  mutualInformation,
  parseThemes,
  relatedWords,
  seedThemes,
  themesOf,
  trades,
} from './index.ts';

const codesOf = (text: string, trade?: (typeof trades)[number]) => themesOf(text, indexThemes(seedThemes(trade))).map(({ code }) => code);

describe('seed themes', () => {
  it('are there for every trade, each code once, each theme with words in both languages', () => {
    for (const trade of trades) {
      const themes = seedThemes(trade);
      expect(new Set(themes.map(({ code }) => code)).size).toBe(themes.length);
      for (const { code, words } of themes) {
        expect(words.filter((word) => /^[a-z0-9-]+$/.test(word)).length, code).toBeGreaterThan(3);
        expect(words.filter((word) => /\p{Script=Han}/u.test(word)).length, code).toBeGreaterThan(8);
      }
    }
  });
  it('refuse a trade that is not there and a code that stands twice', () => {
    expect(() => seedThemes(JSON.parse('"banking"'))).toThrow(RangeError);
    const twice = { code: 'a', name: { zh: '', en: '' }, dimension: '', zh: '慢', en: 'slow' };
    expect(() => parseThemes(JSON.stringify({ themes: [twice, twice] }))).toThrow(RangeError);
  });

  // Sentences of our own, read by a person.
  it.each([
    ['catering', '骑手送来的时候汤全洒了', ['delivery', 'packaging']],
    ['catering', '红烧肉太咸，米饭夹生', ['taste', 'menu']],
    ['telecom', '地下室没信号', ['coverage']],
    ['telecom', '话费被莫名扣费，客服一直占线', ['tariff', 'hotline']],
    ['it-service', '打印机又卡纸了', ['desktop']],
    ['it-service', '升级后系统打不开，报错', ['availability', 'change-release']],
    ['outpatient', '挂不上号，专家号早就没了', ['registration']],
    ['outpatient', '护士扎针扎了几针', ['nursing']],
    ['housekeeping', '阿姨把花瓶打碎了', ['helper', 'property-damage']],
    ['housekeeping', '月嫂带孩子很细心', ['child-care', 'attitude']],
    ['testing-laboratory', '样品丢失，检测报告还要加急费', ['report-time', 'sample']],
    ['catering', 'The courier was rude and the soup was cold', ['delivery', 'attitude', 'menu', 'temperature']],
  ] as const)('%s: %s', (trade, text, codes) => expect(codesOf(text, trade)).toEqual(expect.arrayContaining([...codes])));

  it('find nothing in nothing', () => {
    for (const nothing of ['', '😀', '！！！', '的'.repeat(1000)]) expect(themesOf(nothing)).toEqual([]);
  });
});

describe('grouping sentences', () => {
  const index = indexThemes(seedThemes('catering'));
  const review = '味道不错，就是送餐太慢，等了一个小时，米饭都凉了，😀';

  it('puts each into every theme it speaks of', () => {
    const clauses = [...clausesOf(review), '666'];
    const { n, groups, rest } = groupByTheme(clauses, index);
    const of = (code: string) => groups.find((group) => group.code === code);
    expect(n).toBe(5);
    expect(of('taste')?.sentences).toEqual([0]);
    expect(of('waiting')?.sentences).toEqual([1, 2]);
    expect(of('temperature')?.sentences).toEqual([3]);
    expect(of('hygiene')).toMatchObject({ n: 0, share: 0, sentences: [] });
    expect(rest).toEqual([4]);
    expect(of('waiting')?.words).toContainEqual({ word: '太慢', n: 1 });
  });

  it('does not depend on the order of the sentences', () => {
    const sentences = ['送餐慢', '味道好', '态度差', '包装漏了', '好', '送餐快', '价格贵'];
    const shares = (order: readonly string[]) => Object.fromEntries(groupByTheme(order, index).groups.map(({ code, n }) => [code, n]));
    fc.assert(
      fc.property(fc.shuffledSubarray(sentences, { minLength: 7 }), (order) => {
        expect(shares(order)).toEqual(shares(sentences));
      }),
    );
  });

  it('of nothing has nothing', () => {
    const { n, groups, rest } = groupByTheme([], index);
    expect([n, rest]).toEqual([0, []]);
    expect(groups.every((group) => group.n === 0 && group.share === 0 && group.ci95 === null)).toBe(true);
  });
});

describe('association of words', () => {
  // Dunning (1993), table 2: “the swiss”, “can be”, “previous year”
  it.each([
    [270.72, 110, 2442, 111, 29_114],
    [263.9, 29, 13, 123, 31_612],
    [256.84, 31, 23, 139, 31_584],
  ])('G² = %d', (score, both, onlyOne, onlyOther, neither) => {
    const n = both + onlyOne + onlyOther + neither;
    expect(logLikelihoodRatio({ n, one: both + onlyOne, other: both + onlyOther, both })).toBeCloseTo(score, 1);
  });

  it('has its fixed points and bounds', () => {
    // Bouma (2009), section 3
    expect(mutualInformation({ n: 50, one: 10, other: 10, both: 10 })).toBeCloseTo(1, 12);
    expect(mutualInformation({ n: 100, one: 20, other: 50, both: 10 })).toBeCloseTo(0, 12);
    expect(mutualInformation({ n: 50, one: 10, other: 10, both: 0 })).toBe(-1);
    expect(logLikelihoodRatio({ n: 100, one: 20, other: 50, both: 10 })).toBeCloseTo(0, 9);
    expect(logLikelihoodRatio({ n: 100, one: 20, other: 50, both: 2 })).toBeLessThan(0);
    expect(() => logLikelihoodRatio({ n: 10, one: 3, other: 3, both: 4 })).toThrow(RangeError);
  });

  it('counts by theme add up, however the sentences are parted', () => {
    const sentence = fc.tuple(fc.array(fc.constantFrom('a', 'b', 'c')), fc.boolean());
    fc.assert(
      fc.property(fc.array(sentence, { maxLength: 20 }), fc.nat(20), (all, at) => {
        const count = (part: readonly (readonly [string[], boolean])[]) =>
          countWithTheme(
            part.map(([words]) => words),
            part.map(([, themed]) => themed),
          );
        const parts = addThemeWordCounts(count(all.slice(0, at)), count(all.slice(at)));
        const whole = count(all);
        expect([parts.n, parts.themed, [...parts.words].sort()]).toEqual([whole.n, whole.themed, [...whole.words].sort()]);
      }),
    );
  });
});

describe('widening the themes', () => {
  const complaints = [
    ...Array.from({ length: 12 }, (_, i) => `第${i}次下单，饭盒里吃出钢丝球，太吓人了`),
    ...Array.from({ length: 12 }, () => '会议室投屏投不上，蓝牙音箱没声音'),
    ...Array.from({ length: 40 }, () => '味道不错，下次还来'),
  ];
  const words = complaints.map(contentWords);

  it('offers words that keep company with a theme', () => {
    const themed = complaints.map((text) => text.includes('饭盒'));
    expect(relatedWords(countWithTheme(words, themed), { known: ['饭盒'] }).map(({ word }) => word)).toContain('吓人');
  });

  it('offers groups of words that no theme has', () => {
    const found = discoverThemes(words);
    expect(found.some((candidate) => candidate.words.includes('会议室') && candidate.words.includes('蓝牙') && candidate.n === 12)).toBe(
      true,
    );
    expect(found.every((candidate) => !(candidate.words.includes('会议室') && candidate.words.includes('钢丝球')))).toBe(true);
  });

  it('does not tie a word to one that prefers others', () => {
    const sentences = [
      ...Array.from({ length: 20 }, () => ['小票', '打印机']),
      ...Array.from({ length: 8 }, () => ['打印机', '墨盒']),
      ...Array.from({ length: 80 }, (_, i) => [`词${i}`]),
    ];
    expect(discoverThemes(sentences, { partners: 1 })).toEqual([{ words: ['打印机', '小票'], n: 28 }]);
  });

  it('needs the smallest number of sentences', () => {
    const sentences = [...Array.from({ length: 4 }, () => ['米饭', '夹生']), ...Array.from({ length: 96 }, () => ['味道'])];
    expect(discoverThemes(sentences)).toEqual([]);
    expect(discoverThemes(sentences, { minimum: 4 })).toEqual([{ words: ['夹生', '米饭'], n: 4 }]);
    const counts = countWithTheme(
      sentences,
      sentences.map(([word]) => word === '米饭'),
    );
    expect(relatedWords(counts)).toEqual([]);
    expect(relatedWords(counts, { minimum: 4 }).map(({ word }) => word)).toEqual(['夹生', '米饭']);
  });

  it('offers nothing when there is too little', () => {
    expect(discoverThemes([])).toEqual([]);
    expect(discoverThemes([['a', 'b']])).toEqual([]);
  });
});
