import { expect, test } from 'vitest';
import * as api from '@zhiheng/contract/feedback/feedback';
import * as themesApi from '@zhiheng/contract/feedback/themes';
import { eventsOf } from '../../../testing/read-events.ts';
import { newOrganisation, type TestOrganisation } from '../../../testing/sign-in.ts';
import { useTestServer } from '../../../testing/test-server.ts';
import { enter, good, setTwoThemes, slow, taste, waiting } from '../feedback.factory.ts';
import { learnSentiment } from '../index.ts';
import { matcherOf } from './match-themes.rules.ts';

const server = useTestServer();
const themesOf = async (org: TestOrganisation, id: string) => (await org.call(api.getFeedback, { params: { id } })).themeIds;
const judge = (org: TestOrganisation, ids: readonly string[], change: api.FeedbackChange) =>
  org.call(api.changeFeedback, { body: { ids: [...ids], change } });

test('a new list of themes judges anew what nobody judged by hand', async () => {
  const org = await newOrganisation(server);
  const [rule, hand] = [await enter(org), await enter(org)];
  expect(rule.themeIds).toEqual([]);
  const ids = await setTwoThemes(org);
  expect(await themesOf(org, rule.id)).toEqual([ids['waiting']]);
  await judge(org, [hand.id], { themeIds: [ids['taste'] ?? ''] });
  const { items } = await org.call(themesApi.setThemes, { body: { items: [{ ...waiting, words: ['排队'] }, taste] } });
  expect(await themesOf(org, rule.id)).toEqual([]);
  expect(await themesOf(org, hand.id)).toEqual([ids['taste']]);
  expect(items.map(({ code, n, negative }) => [code, n, negative])).toEqual([
    ['waiting', 0, 0],
    ['taste', 1, 1],
  ]);
  await judge(org, [hand.id], { themeIds: null });
  expect(await themesOf(org, hand.id)).toEqual([]);
  const left = await org.call(themesApi.setThemes, { body: { items: [taste] } });
  expect(left.items.map(({ code, retired }) => [code, retired])).toEqual([
    ['taste', false],
    ['waiting', true],
  ]);
  const gone = await org.refusal(api.changeFeedback, { body: { ids: [hand.id], change: { themeIds: [ids['waiting'] ?? ''] } } });
  expect(gone.errors).toMatchObject([{ path: 'change.themeIds.0', code: 'unknown_theme' }]);
  expect((await eventsOf(org, 'feedback-themes.changed')).map(({ data }) => data)).toEqual([
    { added: ['waiting', 'taste'], retired: [] },
    { added: [], retired: [] },
    { added: [], retired: ['waiting'] },
  ]);
  const twice = await org.refusal(themesApi.setThemes, { body: { items: [taste, taste] } });
  expect(twice.errors).toMatchObject([{ path: 'items.1.code', code: 'duplicate' }]);
});

test('words of the house that no dictionary has are found too', () => {
  const find = matcherOf([
    { id: 'a', words: ['冷锅气'] },
    { id: 'b', words: ['refund'] },
  ]);
  expect([find('这盘菜冷锅气'), find('No refunds!'), find('没有'), find('')]).toEqual([['a'], ['b'], [], []]);
});

test('seed themes of a trade are offered until they are taken, and words that keep company are found', async () => {
  const org = await newOrganisation(server);
  const offered = await org.call(themesApi.suggestThemes, { query: { trade: 'catering' } });
  expect(offered.seeds.length).toBeGreaterThan(15);
  expect(offered.found).toEqual([]);
  await org.call(themesApi.setThemes, { body: { items: offered.seeds } });
  expect((await org.call(themesApi.suggestThemes, { query: { trade: 'catering' } })).seeds).toEqual([]);
  const bare = await newOrganisation(server);
  for (let n = 0; n < 40; n++) await enter(bare, { body: n % 2 === 0 ? `小票打印${n}` : `歌曲音量${n}` });
  const { found } = await bare.call(themesApi.suggestThemes);
  expect(found.map(({ words }) => words.toSorted())).toEqual(
    expect.arrayContaining([expect.arrayContaining(['小票', '打印']), expect.arrayContaining(['歌曲', '音量'])]) as unknown,
  );
  expect((await org.refusal(themesApi.suggestThemes, { query: { trade: 'circus' } })).errors).toMatchObject([{ code: 'unknown_trade' }]);
});

test('below fifty judgements by people nothing is learnt, and the page can say how many are missing', async () => {
  const org = await newOrganisation(server);
  const { id } = await enter(org);
  expect(await org.call(themesApi.sentimentQuality)).toEqual({ corrections: 0, needed: 50, judged: null });
  await judge(org, [id], { polarity: 'positive' });
  await learnSentiment(server.root);
  expect(await org.call(themesApi.sentimentQuality)).toEqual({ corrections: 1, needed: 50, judged: null });
  expect(await org.call(api.getFeedback, { params: { id } })).toMatchObject({
    polarity: 'positive',
    polarityBy: 'hand',
    probability: null,
  });
  await judge(org, [id], { polarity: null });
  expect(await org.call(api.getFeedback, { params: { id } })).toMatchObject({ polarity: 'negative', polarityBy: 'model' });
});

test('what people judge otherwise than the model is learnt, and judged on texts it had not seen', async () => {
  const org = await newOrganisation(server);
  // In this house 爆了 is praise and 佛系 is blame, which nobody else would know.
  const ids = { positive: [] as string[], negative: [] as string[] };
  for (let n = 0; n < 60; n++) {
    const polarity = n % 2 === 0 ? 'positive' : 'negative';
    const body = polarity === 'positive' ? `第${n}号台的表演真的太爆了` : `第${n}号台的人真的太佛系了`;
    ids[polarity].push((await enter(org, { body })).id);
  }
  await judge(org, ids.positive, { polarity: 'positive' });
  await judge(org, ids.negative, { polarity: 'negative' });
  const before = await enter(org, { body: '今天的人真的太佛系了' });
  await learnSentiment(server.root);
  const quality = await org.call(themesApi.sentimentQuality);
  expect(quality).toMatchObject({ corrections: 60, judged: { heldOut: 60, used: 'own' } });
  const { own, shipped } = quality.judged ?? { own: { right: 0 }, shipped: { right: 60 } };
  expect(own.right).toBeGreaterThanOrEqual(57);
  expect(shipped.right).toBeLessThan(own.right);
  const after = await enter(org, { body: '今天的人真的太佛系了' });
  expect(after.probability ?? 1).toBeLessThan(0.5);
  expect(after.probability ?? 1).toBeLessThan(before.probability ?? 0);
  expect(await eventsOf(org, 'feedback-model.learnt')).toMatchObject([{ data: { corrections: 60, used: 'own' } }]);
  // Nothing new: nothing is learnt again.
  await learnSentiment(server.root, new Date(Date.now() + 3_600_000));
  expect(await eventsOf(org, 'feedback-model.learnt')).toHaveLength(1);
  // Another house keeps its own judgement.
  const other = await newOrganisation(server);
  expect((await enter(other, { body: '今天的人真的太佛系了' })).probability).toBe(before.probability);
});

test('a model that is not better than the shipped one is measured and not used', async () => {
  const org = await newOrganisation(server);
  for (let n = 0; n < 50; n++) {
    const { id } = await enter(org, { body: n % 2 === 0 ? `${good}，${n}` : `${slow}，${n}` });
    await judge(org, [id], { polarity: n % 2 === 0 ? 'positive' : 'negative' });
  }
  await learnSentiment(server.root);
  // The shipped model is right everywhere already: learning cannot be better.
  expect((await org.call(themesApi.sentimentQuality)).judged).toMatchObject({ heldOut: 50, shipped: { right: 50 }, used: 'shipped' });
});
