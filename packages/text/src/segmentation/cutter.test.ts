import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Cutter } from './cutter.ts';
import { readJiebaDictionary } from './jieba-dictionary.ts';
import { addWord, newLexicon, weightOf, type Lexicon } from './lexicon.ts';

const sentences = [
  '昨天在网上营业厅改了套餐，到今天还没有生效',
  '客服说二十四小时内答复，结果等了三天才接到电话',
  '医生看病很仔细，就是候诊的椅子太少了',
  '保洁阿姨提前到了半个小时，玻璃擦得干干净净',
  '食堂的红烧肉份量足，米饭有点夹生',
  '服务器半夜宕机，值班工程师十分钟就恢复了业务',
  '研究生命的起源，结婚的和尚未结婚的，下雨天留客天留我不留',
  '检测报告比合同约定的日期晚了两个工作日',
];

describe('cutting with jieba’s dictionary', () => {
  // @node-rs/jieba 2.0.1, a build of jieba-rs: the same dictionary and the same definition, written by others in Rust
  const native = Jieba.withDict(dict);
  const cutter = new Cutter(readJiebaDictionary());

  it.each(sentences)('cuts as jieba does: %s', (sentence) => {
    const parts = sentence.split('，');
    expect(parts.flatMap((part) => cutter.words(part))).toEqual(parts.flatMap((part) => native.cut(part, false)));
  });

  it('cuts any run of Chinese characters as jieba does', () => {
    const characters = [...new Set(sentences.join('').replaceAll('，', ''))];
    const run = fc.array(fc.constantFrom(...characters), { minLength: 1, maxLength: 30 }).map((each) => each.join(''));
    fc.assert(
      fc.property(run, (text) => {
        expect(cutter.words(text)).toEqual(native.cut(text, false));
      }),
      { numRuns: 500, seed: 20261121 },
    );
  });
});

/** Every way to cover a text by words of a dictionary and single characters. */
function allCuts(text: string): string[][] {
  if (text === '') return [[]];
  return Array.from({ length: text.length }, (_, i) => text.slice(0, i + 1)).flatMap((first) =>
    allCuts(text.slice(first.length)).map((rest) => [first, ...rest]),
  );
}

function weightOfCut(lexicon: Lexicon, cut: readonly string[]): number {
  return cut.reduce((sum, word) => sum + (weightOf(lexicon, word) || (word.length === 1 ? lexicon.unknown : -Infinity)), 0);
}

describe('the most probable cut', () => {
  const word = fc.array(fc.constantFrom('天', '地', '人'), { minLength: 1, maxLength: 3 }).map((each) => each.join(''));
  const entries = fc.uniqueArray(fc.tuple(word, fc.double({ min: -9, max: -0.1, noNaN: true })), {
    maxLength: 8,
    selector: ([name]) => name,
  });
  const text = fc.array(fc.constantFrom('天', '地', '人'), { minLength: 1, maxLength: 7 }).map((each) => each.join(''));

  it('is as good as the best of all cuts', () => {
    fc.assert(
      fc.property(entries, text, (dictionary, sentence) => {
        // What no dictionary knows is the least probable of all.
        const lexicon = newLexicon(64, -9);
        for (const [name, weight] of dictionary) addWord(lexicon, name, { weight });
        const best = Math.max(...allCuts(sentence).map((cut) => weightOfCut(lexicon, cut)));
        expect(weightOfCut(lexicon, new Cutter(lexicon).words(sentence))).toBeCloseTo(best, 9);
      }),
    );
  });
});

describe('what is no Chinese', () => {
  const lexicon = newLexicon(64, -8);
  addWord(lexicon, 'b超', { weight: -5 });
  addWord(lexicon, '4s店', { weight: -5 });
  const cutter = new Cutter(lexicon);

  it.each([
    ['', []],
    ['  ，。！', []],
    ['😀👍', []],
    ['做B超', ['做', 'b超']],
    ['Ｂ超和４Ｓ店', ['b超', '和', '4s店']],
    ["it don’t work, WI-FI's 4.5 -- ok.", ['it', 'don’t', 'work', "wi-fi's", '4.5', 'ok']],
    ['5G信号', ['5g', '信', '号']],
    ['café Über', ['café', 'über']],
    ['吃𠮷野家', ['吃', '𠮷', '野', '家']],
    ['好\ud842', ['好']],
    ['\udfb7好', ['好']],
  ])('%j', (text, words) => expect(cutter.words(text)).toEqual(words));

  it('forgets the text before', () => {
    cutter.words('做B超'.repeat(100));
    expect(cutter.words('b')).toEqual(['b']);
  });

  it.each(['好', 'a', '-', '😀', '\ud842'])('a megabyte of %j takes time in proportion', (character) => {
    const began = performance.now();
    cutter.cut(character.repeat(1_000_000));
    expect(performance.now() - began).toBeLessThan(2000);
  });
});

describe('a dictionary', () => {
  it('refuses an empty word, a probability above one, and more than it holds', () => {
    const lexicon = newLexicon(1, -8);
    expect(() => addWord(lexicon, '', { weight: -1 })).toThrow(RangeError);
    expect(() => addWord(lexicon, '好', { weight: 0 })).toThrow(RangeError);
    expect(() => {
      for (let i = 0; i < 100; i++) addWord(lexicon, String.fromCharCode(0x4e00 + i), { weight: -1 });
    }).toThrow(RangeError);
    expect(() => newLexicon(0, -8)).toThrow(RangeError);
  });
});
