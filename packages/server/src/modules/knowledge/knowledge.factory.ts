import { sql } from 'kysely';
import { createArticle, publishArticle, type Article } from '@zhiheng/contract/knowledge/knowledge';
import { newId } from '../../platform/identifier.ts';
import type { TestOrganisation } from '../../testing/sign-in.ts';
import type { TestServer } from '../../testing/test-server.ts';
import { articleWords } from './article-words.rules.ts';

export const vpn = {
  title: { zh: 'VPN 连不上怎么办', en: 'What to do when the VPN does not connect' },
  body: { zh: '1. 先检查网络\n2. 重新登录 VPN 客户端', en: '1. Check the network\n2. Sign in to the VPN client again' },
  keywords: ['远程办公', 'vpn'],
};
export const printer = {
  title: { zh: '打印机卡纸', en: 'The printer jams' },
  body: { zh: '打开后盖，取出纸张。', en: 'Open the rear cover and take the paper out.' },
  keywords: ['打印'],
};

/** An article that readers see. */
export async function publishOne(org: TestOrganisation, fields: object = vpn): Promise<Article> {
  const { id, version } = await org.call(createArticle, { body: { ...vpn, ...fields } });
  return org.call(publishArticle, { params: { id }, body: { version } });
}

const topics = ['网络', '打印', '邮箱', '门禁', '账单', '会议室', '软件安装', '权限申请', '显示器', '密码'];
const deeds = ['不能使用', '怎么申请', '速度很慢', '忘记了', '需要更换'];

/** Many published articles at once, past HTTP. */
export async function addManyArticles(server: TestServer, { orgId }: TestOrganisation, count: number): Promise<void> {
  const rows = Array.from({ length: count }, (_, index) => {
    const zh = `${topics[index % topics.length] ?? ''}${deeds[(index % 7) % deeds.length] ?? ''}（${index} 号）`;
    const title = { zh, en: `Case ${index} of topic ${index % 97}` };
    const body = { zh: `${zh}。请按步骤处理，第 ${index % 31} 步之后联系 ${index % 53} 号窗口。`.repeat(5), en: '' };
    return { id: newId(), title, body, words: articleWords({ title, body, keywords: [] }) };
  });
  await sql`insert into article (org_id, id, title, body, state, words)
    select ${orgId}, r.id, r.title, r.body, 'published', r.words::tsvector
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, title jsonb, body jsonb, words text)`.execute(server.owner);
  await sql`vacuum analyze article`.execute(server.owner);
}
