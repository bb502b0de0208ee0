import { createCase, getCase, listCases } from '@zhiheng/contract/cases/cases';
import { articleDeflection, createArticle, listArticles, publishArticle } from '@zhiheng/contract/knowledge/knowledge';
import { settled } from '../harness/check-access.ts';
import { expect, test } from '../harness/fixtures.ts';
import { say } from '../harness/words.ts';

const words = say('zh');
const title = { zh: '打印机卡纸怎么处理', en: 'The printer jams' };
const body = { zh: '1. 关闭电源\n2. 打开后盖，取出纸张', en: '1. Switch it off\n2. Take the paper out' };

test('an article spares a case, or helps to answer it; what was recorded already is not recorded twice unnoticed', async ({ fresh }) => {
  const { page, call } = await fresh();
  const article = await call(createArticle, { body: { title, body } });
  await call(publishArticle, { params: { id: article.id }, body: { version: 1 } });
  const first = await call(createCase, { body: { subject: '二楼打印机卡纸', type: 'incident', channel: 'phone' } });
  // The pack has articles on printers as well.
  const own = page.getByRole('listitem').filter({ hasText: title.zh });
  const deflection = () => call(articleDeflection, { query: { from: '2020-01-01', to: '2999-12-31' } });

  // The article solves it on the telephone: no case.
  await page.goto('/app/cases/new?channel=phone');
  await settled(page);
  await page.getByLabel(words('cases_new_subject')).fill('三楼打印机又卡纸了');
  await own.getByRole('button', { name: words('cases_articles_solved') }).click();
  await expect(page.getByText(words('cases_articles_solved_done'))).toBeVisible();
  expect(await deflection()).toMatchObject({ offers: 1, solved: 1, caseOpened: 0 });
  expect((await call(listCases)).total).toBe(1);

  // The next one is recorded, as a repetition of the first.
  await page.goto('/app/cases/new?channel=phone');
  await settled(page);
  await page.getByLabel(words('cases_new_subject')).fill('二楼打印机卡纸，换过纸了');
  await expect(own).toBeVisible();
  await page.getByRole('button', { name: words('cases_similar_duplicate_of', { number: first.number }) }).click();
  await page.getByRole('button', { name: words('cases_new_submit') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('二楼打印机卡纸，换过纸了');
  await expect(page.getByRole('link', { name: '二楼打印机卡纸', exact: true })).toBeVisible();
  expect(await deflection()).toMatchObject({ offers: 2, solved: 1, caseOpened: 1, rate: 0.5 });

  // The article becomes the reply, without its marks, and belongs to the case from then on.
  await own.getByRole('button', { name: words('cases_articles_insert') }).click();
  await expect(page.getByLabel(words('cases_composer_reply_label'))).toHaveValue(/1\. 关闭电源\n2\. 打开后盖，取出纸张/);
  await page.getByRole('button', { name: words('cases_composer_send') }).click();
  await expect(page.getByRole('listitem').filter({ hasText: '打开后盖，取出纸张' }).first()).toBeVisible();
  const number = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const read = () => call(getCase, { params: { id: number } });
  await expect.poll(async () => (await read()).lastFrom).toBe('team');
  const answered = await read();
  expect(answered).toMatchObject({ status: 'open', lastFrom: 'team', links: [{ kind: 'duplicate-of', number: first.number }] });
  expect((await call(listArticles, { query: { caseId: answered.id } })).items).toMatchObject([{ id: article.id }]);
  expect(await deflection()).toMatchObject({ offers: 2 });

  // What the customer was answered is the draft of the next article.
  await page.getByRole('button', { name: words('cases_more_actions') }).click();
  await page.getByRole('button', { name: words('cases_article_write') }).click();
  await expect(page.getByLabel(words('knowledge_title_zh'))).toHaveValue('二楼打印机卡纸，换过纸了');
  await expect(page.getByLabel(words('knowledge_body_zh'))).toHaveValue(/打开后盖，取出纸张/);
});
