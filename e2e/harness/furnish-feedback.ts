import { changeFeedback, createFeedback, importFeedback } from '@zhiheng/contract/feedback/feedback';
import { closeFollowUp, createFollowUp, recordAttempt } from '@zhiheng/contract/feedback/follow-ups';
import { setThemes, suggestThemes } from '@zhiheng/contract/feedback/themes';
import type { Person } from './set-up-organisation.ts';

const reviews = `评论编号,昵称,评分,时间,内容
1,小李,1,2026-03-01 09:30,报修三天没人理，打电话排队排了半个小时
2,王女士,5,2026-03-02,工程师态度很好，半小时就修好了，点赞
3,Chen,2,2026-03-03,VPN 老是断线，重启也没用
4,老赵,4,2026-03-04,响应比以前快了，希望周末也有人值班
5,小周,1,2026-03-05,密码重置要等两天，太慢了
6,Li,3,2026-03-06,The portal is hard to find on a phone
`;

/** Something in every room of feedback; returns the id of a letter. */
export async function furnishFeedback(person: Person): Promise<string> {
  const { call } = person;
  const { seeds } = await call(suggestThemes, { query: { trade: 'it-service' } });
  await call(setThemes, { body: { items: seeds.slice(0, 12) } });
  await call(importFeedback, { body: { text: reviews, source: '应用市场' } });
  const letter = await call(createFeedback, {
    body: {
      ...{ channel: 'letter', author: '王小明', contact: 'wang@example.org', score: 1, scoreMax: 5 },
      body: '上周打印机坏了，等了四天才有人来，来了又说没有配件。希望以后能提前说清楚要多久。',
    },
  });
  const idea = await call(createFeedback, { body: { channel: 'suggestion', body: '希望能在手机上看到报修的进度' } });
  await call(changeFeedback, { body: { ids: [idea.id], change: { state: 'suggestion', addTags: ['门户'] } } });
  await callBack(person, idea.id);
  await call(createFollowUp, { body: { feedbackId: letter.id, hours: 24 } });
  return letter.id;
}

/** One that is over, so that the report has something to say. */
async function callBack({ call }: Person, feedbackId: string): Promise<void> {
  const { id, version } = await call(createFollowUp, { body: { feedbackId } });
  const tried = await call(recordAttempt, { params: { id }, body: { version, channel: 'phone', reached: true, note: '已说明下月上线' } });
  await call(closeFollowUp, {
    params: { id },
    body: { version: tried.version, result: 'recovered', cause: '看不到进度', remedy: '告知上线时间', secondScore: 4 },
  });
}
