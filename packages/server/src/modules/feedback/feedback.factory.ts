import type { CallInput } from '@zhiheng/contract/endpoint';
import { createFeedback, type Feedback } from '@zhiheng/contract/feedback/feedback';
import { setThemes } from '@zhiheng/contract/feedback/themes';
import type { TestOrganisation } from '../../testing/sign-in.ts';

type Body = NonNullable<CallInput<typeof createFeedback>['body']>;

export const slow = '等了两个小时，菜都凉了，太差了';
export const good = '味道很好，送餐也快，下次还来';

/** Something that somebody said on a review site. */
export const enter = (org: TestOrganisation, more: Partial<Body> = {}): Promise<Feedback> =>
  org.call(createFeedback, { body: { channel: 'review', source: '点评网', author: '王小明', body: slow, ...more } });

export const waiting = { code: 'waiting', name: { zh: '等待', en: 'Waiting' }, words: ['等了', '排队', '慢'] };
export const taste = { code: 'taste', name: { zh: '口味', en: 'Taste' }, words: ['味道', '冷锅气'] };

/** Two themes; returns their ids by code. */
export async function setTwoThemes(org: TestOrganisation): Promise<Readonly<Record<string, string>>> {
  const { items } = await org.call(setThemes, { body: { items: [waiting, taste] } });
  return Object.fromEntries(items.map(({ code, id }) => [code, id]));
}
