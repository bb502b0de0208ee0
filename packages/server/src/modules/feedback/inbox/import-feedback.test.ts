import { expect, test } from 'vitest';
import * as api from '@zhiheng/contract/feedback/feedback';
import { createUnit } from '@zhiheng/contract/organisation/organisation';
import { eventsOf } from '../../../testing/read-events.ts';
import { newOrganisation } from '../../../testing/sign-in.ts';
import { useTestServer } from '../../../testing/test-server.ts';
import { readReviews } from './read-reviews.rules.ts';

const server = useTestServer();

const file = `\uFEFF评论编号,用户昵称,评分,评论时间,门店,评论内容
1001,小李,★★★★★,2026-03-01 12:30,朝阳店,味道很好
1002,老王,1,2026-03-02,朝阳店,"等了很久,
还送错了"
1003,小张,9,2026-03-03,朝阳店,一般
1004,小陈,3,2026-03-04,海淀店,一般般
1005,小赵,4,昨天,朝阳店,还行
1006,小孙,4,2026-03-05,朝阳店,
`;

test('a file of reviews is loaded once, each wrong line is named, and the headings are understood', async () => {
  const org = await newOrganisation(server);
  await org.call(createUnit, { params: { kind: 'sites' }, body: { code: 'chaoyang', name: { zh: '朝阳店', en: 'Chaoyang' } } });
  const body = { text: file, source: '点评网' };
  const tried = await org.call(api.importFeedback, { body: { ...body, dryRun: true } });
  expect(tried).toMatchObject({ added: 2, unchanged: 0, refused: 4, columns: { key: '评论编号', author: '用户昵称', body: '评论内容' } });
  expect(tried.problems.map(({ line, column, code }) => [line, column, code])).toEqual([
    [4, 'score', 'wrong_score'],
    [5, 'site', 'unknown_site'],
    [6, 'at', 'wrong_time'],
    [7, 'body', 'required'],
  ]);
  expect((await org.call(api.listFeedback)).total).toBe(0);
  expect(await org.call(api.importFeedback, { body })).toMatchObject({ added: 2, refused: 4 });
  expect(await org.call(api.importFeedback, { body })).toMatchObject({ added: 0, unchanged: 2, refused: 4 });
  const { items } = await org.call(api.listFeedback);
  expect(items.map(({ author, body: words, score, scoreMax, at, siteName }) => [author, words, score, scoreMax, at, siteName?.zh])).toEqual(
    [
      ['老王', '等了很久,\n还送错了', 1, 5, '2026-03-01T16:00:00.000Z', '朝阳店'],
      ['小李', '味道很好', 5, 5, '2026-03-01T04:30:00.000Z', '朝阳店'],
    ],
  );
  expect(await eventsOf(org, 'feedback.imported')).toMatchObject([{ label: '点评网', data: { rows: 2, channel: 'review' } }]);
});

test('without a key a line is known by what it says, and equal lines are one', async () => {
  const org = await newOrganisation(server);
  const text = 'author,text\nLi,slow\nLi,slow\nWu,slow\n';
  expect(await org.call(api.importFeedback, { body: { text, source: 'x' } })).toMatchObject({ added: 2, unchanged: 1 });
  expect(await org.call(api.importFeedback, { body: { text, source: 'x' } })).toMatchObject({ added: 0, unchanged: 3 });
  expect(await org.call(api.importFeedback, { body: { text, source: 'another site' } })).toMatchObject({ added: 2 });
});

test('a file without words, or with a column that is not there, is refused as a whole', async () => {
  const org = await newOrganisation(server);
  const problemsOf = async (text: string, columns = {}) =>
    (await org.call(api.importFeedback, { body: { text, source: 'x', columns } })).problems.map(({ line, column, code }) => [
      line,
      column,
      code,
    ]);
  expect(await problemsOf('a,b\n1,2\n')).toEqual([[1, 'body', 'column_missing']]);
  expect(await problemsOf('a,b\n1,2\n', { body: 'c' })).toEqual([[1, 'body', 'column_missing']]);
  expect(await problemsOf('')).toEqual([[1, 'body', 'column_missing']]);
  expect(await problemsOf('a,b\n1,2\n', { body: 'b' })).toEqual([]);
});

test('scores are read as people write them', () => {
  const scoreOf = (cell: string) =>
    readReviews(`text,score\nx,${cell}\n`, { columns: {}, scoreMax: 5, timeZone: 'Asia/Shanghai', now: new Date() }).reviews[0]?.score;
  expect(['★★★☆☆', '4.5', '3星', '4 stars', '', '2/5'].map(scoreOf)).toEqual([3, 4.5, 3, 4, null, 2]);
  expect(['six', '-1', '5.1'].map(scoreOf)).toEqual([undefined, undefined, undefined]);
});
