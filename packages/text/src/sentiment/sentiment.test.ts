import { statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dataPath } from '../read-data.ts';
import { featureSpace } from './features.ts';
import { adaptModel, compressClassifier, decodeModel, encodeModel, featuresOf, logOdds, sentimentOf, shippedModel } from './index.ts';

describe('features', () => {
  it('do not depend on width, case and spaces', () => {
    expect(featuresOf('ＷＩＦＩ 很 慢')).toEqual(featuresOf('wifi 很\n慢'));
    expect(featuresOf('很慢')).not.toEqual(featuresOf('慢很'));
  });
  it('are places in the table, ascending, each once', () => {
    const features = [...featuresOf('送餐很快，味道也好，下次还来，送餐很快')];
    expect(features).toEqual([...new Set(features)].sort((a, b) => a - b));
    expect(Math.min(...features)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...features)).toBeLessThan(featureSpace);
  });
  it('of a long text are those of its beginning', () => {
    const long = '味道不错'.repeat(5000);
    expect(featuresOf(`${long}差评`)).toEqual(featuresOf(long));
  });
});

describe('model file', () => {
  const weights = new Map(Array.from({ length: 2000 }, (_, i) => [i * 2000, Math.sin(i)]));
  const model = compressClassifier({ weights, intercept: 0.5 }, { slope: 2, intercept: -0.25 }, 'waves');

  it('comes back as it was written', () => {
    const { weights: back, ...header } = decodeModel(encodeModel(model));
    expect(back.every((weight, feature) => weight === model.weights[feature])).toBe(true);
    expect(header).toEqual({ trainedOn: 'waves', unit: model.unit, intercept: 0.75 });
  });
  it('rounds weights to a 127th of the largest and works the calibration in', () => {
    for (const [feature, weight] of weights)
      expect(Math.abs((model.weights[feature] ?? 0) * model.unit - 2 * weight)).toBeLessThan(2 * (0.5 / 127) + 1e-3);
    expect(model.intercept).toBe(0.75);
    expect(logOdds(model, new Int32Array(0))).toBe(0.75);
  });
  it('refuses what is no model', () => {
    expect(() => decodeModel(encodeModel(model).subarray(0, 1000))).toThrow(RangeError);
    expect(() => decodeModel(new Uint8Array())).toThrow(RangeError);
  });
  it('that is shipped is small', () => expect(statSync(dataPath('sentiment/model.gz')).size).toBeLessThan(1_500_000));
});

describe('sentiment', () => {
  // Sentences of our own, judged by a person. How often the model is right on many reviews is measured by verify/sentiment.ts.
  it.each([
    '味道很好，送餐也快',
    '装维师傅态度好，速度快',
    '房间干净，前台服务热情',
    '阿姨打扫得很干净，非常满意',
    '质量不错，物流很快，值得推荐',
  ])('positive: %s', (text) => expect(sentimentOf(text)).toMatchObject({ kind: 'sentiment', polarity: 'positive' }));
  it.each([
    '等了两个小时，菜都凉了，太差了',
    '网速很慢，投诉三次没人管',
    '不好吃',
    '房间又脏又吵，再也不来了',
    '用了两天就坏了，客服还不给退',
  ])('negative: %s', (text) => expect(sentimentOf(text)).toMatchObject({ kind: 'sentiment', polarity: 'negative' }));

  it.each([
    ['', 'no-words', 'none'],
    ['😀😀😀', 'no-words', 'none'],
    ['10086 !!!', 'no-words', 'none'],
    ['The room was dirty', 'language', 'en'],
    ['とても遅いです', 'language', 'other'],
  ])('%j has none', (text, reason, language) => expect(sentimentOf(text)).toEqual({ kind: 'undetermined', reason, language }));

  it('of words the model has never seen is none', () => {
    const empty = { trainedOn: 'nothing', weights: new Int8Array(featureSpace), unit: 1, intercept: 3 };
    expect(sentimentOf('很好', empty)).toEqual({ kind: 'undetermined', reason: 'unknown-words', language: 'zh' });
  });
  it('of a megabyte of one character comes at once', () => {
    const began = performance.now();
    expect(sentimentOf('差'.repeat(1_000_000))).toMatchObject({ kind: 'sentiment', polarity: 'negative' });
    expect(performance.now() - began).toBeLessThan(2000);
  });
  it('says what it is based on', () => {
    const found = sentimentOf('很好');
    if (found.kind !== 'sentiment') throw new Error('no sentiment');
    expect(found.n).toBeLessThanOrEqual(found.features);
    expect(found.method.trainedOn).toBe(shippedModel().trainedOn);
  });
});

describe('learning from corrections', () => {
  const corrections = [
    { text: '没有想象中那么差', positive: true },
    { text: '问题一次就解决了', positive: true },
    { text: '系统又宕机了', positive: false },
  ];
  const shipped = shippedModel();
  const adapted = adaptModel(shipped, corrections);
  const sides = (model: typeof shipped) => corrections.map(({ text }) => logOdds(model, featuresOf(text)) > 0);

  it('judges the corrected texts as they were corrected', () => {
    expect(sides(shipped)).toEqual([false, false, false]);
    expect(sides(adapted)).toEqual([true, true, false]);
  });
  it('leaves other texts as they were', () => {
    for (const text of ['味道很好', '房间又脏又吵', '快递很快，包装完好']) {
      expect(Math.abs(logOdds(adapted, featuresOf(text)) - logOdds(shipped, featuresOf(text)))).toBeLessThan(0.2);
    }
  });
  it('leaves the given model alone and says what was added', () => {
    expect(adapted.trainedOn).toBe(`${shipped.trainedOn}; 3 corrections`);
    expect(sides(shipped)).toEqual([false, false, false]);
  });
});
