import { setTimeout as sleep } from 'node:timers/promises';
import { listAgreements } from '@zhiheng/contract/agreements/agreements';
import { getSimulation, startSimulation } from '@zhiheng/contract/cases/simulation';
import { createCase, updateCase } from '@zhiheng/contract/cases/cases';
import { createCaseCategory } from '@zhiheng/contract/cases/categories';
import { listServices } from '@zhiheng/contract/catalog/services';
import { createArticle, publishArticle, settleOffer, suggestArticles } from '@zhiheng/contract/knowledge/knowledge';
import { createApiKey, inviteAccount } from '@zhiheng/contract/identity/accounts';
import { collectionCalendar, createCollection } from '@zhiheng/contract/measurement/collections';
import { getImport, startImport, uploadFile } from '@zhiheng/contract/measurement/imports';
import { listSubjects } from '@zhiheng/contract/measurement/observations';
import { createUnit, deleteUnit } from '@zhiheng/contract/organisation/organisation';
import { furnishAgreements } from './furnish-agreements.ts';
import { furnishCampaigns } from './furnish-campaigns.ts';
import { furnishFindings } from './furnish-findings.ts';
import { furnishCauses } from './furnish-causes.ts';
import { furnishFeedback } from './furnish-feedback.ts';
import { furnishFieldwork } from './furnish-fieldwork.ts';
import { furnishImprovement } from './furnish-improvement.ts';
import { furnishVerification } from './furnish-verification.ts';
import { furnishReports } from './furnish-reports.ts';
import { furnishOpenData } from './furnish-open-data.ts';
import { furnishPortal } from './furnish-portal.ts';
import { importCasesOf } from './furnish-case-imports.ts';
import { furnishCounterSurvey } from './furnish-counter-survey.ts';
import { furnishMonitoring } from './furnish-monitoring.ts';
import type { Person } from './set-up-organisation.ts';

/** What stands in for `{import}` and its like in the addresses of routes.ts. */
export type Places = Readonly<
  Record<
    | 'article'
    | 'caseImport'
    | 'caseFile'
    | 'import'
    | 'file'
    | 'collection'
    | 'period'
    | 'token'
    | 'service'
    | 'calendar'
    | 'agreement'
    | 'simulated'
    | 'simulation'
    | 'case'
    | 'objective'
    | 'analysis'
    | 'standard'
    | 'campaign'
    | 'finding'
    | 'project'
    | 'verification'
    | 'review'
    | 'plan'
    | 'report'
    | 'board'
    | 'feedback'
    | 'study'
    | 'interview'
    | 'visits'
    | 'visit'
    | 'rated'
    | 'survey'
    | 'way',
    string
  >
>;

/** Gives the demo organisation what demo data does not have: something on every page, so that no page is tried empty. */
export async function furnish(person: Person): Promise<Places> {
  const { call } = person;
  await call(createApiKey, { body: { name: '数据仓库 Warehouse', role: 'quality-manager' } });
  const site = await call(createUnit, { params: { kind: 'sites' }, body: { code: 'old-hall', name: { zh: '旧大厅', en: 'Old hall' } } });
  await call(deleteUnit, { params: { kind: 'sites', id: site.id } });
  const invited = await call(inviteAccount, { body: { email: 'invited@zhiheng.example', name: '何真', roles: ['team-lead'] } });
  const { items } = await call(listServices);
  const service = items[0]?.id ?? '';
  const token = invited.link.url.split('/').at(-1) ?? '';
  const places = {
    ...(await importWithProblems(person)),
    ...(await collect(person)),
    ...(await importCasesOf(person)),
    ...(await furnishAgreements(person)),
  };
  const simulated = await simulate(person);
  const article = await writeArticle(person);
  const objective = await furnishMonitoring(person);
  const feedback = await furnishFeedback(person);
  const fieldwork = await furnishFieldwork(person);
  const campaign = await furnishCampaigns(person);
  const finding = await furnishFindings(person);
  const improvement = await furnishImprovement(person);
  const verification = await furnishVerification(person.call);
  const causes = await furnishCauses(person);
  const report = await furnishReports(person, '2026-10');
  const board = await furnishOpenData(person);
  const portal = await furnishPortal(person);
  const surveys = await furnishCounterSurvey(person);
  const complaint = await complain(person);
  return {
    article,
    ...improvement,
    verification,
    ...causes,
    token,
    ...places,
    ...simulated,
    ...objective,
    campaign,
    finding,
    board,
    report,
    feedback,
    ...fieldwork,
    service,
    case: complaint,
    ...portal,
    ...surveys,
  };
}

/** What is in force, tried on the past of the demo organisation. */
async function simulate({ call }: Person): Promise<{ simulated: string; simulation: string }> {
  const { items } = await call(listAgreements, { query: { kind: 'sla' } });
  const published = items.find((agreement) => agreement.published !== null);
  if (published === undefined) throw new Error('a published agreement was expected');
  const { id } = await call(startSimulation, { body: { agreementId: published.id } });
  for (let turn = 0; turn < 300; turn += 1) {
    const { state } = await call(getSimulation, { params: { id } });
    if (state === 'done') return { simulated: published.id, simulation: id };
    if (state === 'failed') throw new Error('the simulation of the furnishing failed');
    await sleep(200);
  }
  throw new Error('the simulation of the furnishing did not end in a minute');
}

/** A complaint by telephone with something in its thread, in a category. */
async function complain({ call }: Person): Promise<string> {
  const category = await call(createCaseCategory, { body: { code: 'waiting', name: { zh: '窗口等待', en: 'Waiting at the counter' } } });
  const { id, number, version } = await call(createCase, {
    body: {
      subject: '窗口等待超过一小时',
      type: 'complaint',
      channel: 'phone',
      categoryId: category.id,
      contactName: '刘洋',
      tags: ['vip'],
    },
  });
  await call(updateCase, { params: { id }, body: { version, entry: { kind: 'reply', body: '已致歉，今天给您答复。' } } });
  return number;
}

const csv = `case,closed,hours
A-1,2026-10-01 10:00,3.5
A-2,2026-10-02 11:30,7
A-3,sometime,2
A-4,2026-10-03 09:10,minus a lot
`;

async function importWithProblems({ call }: Person): Promise<{ import: string; file: string }> {
  const body = new FormData();
  body.append('file', new File([csv], 'incidents-october.csv', { type: 'text/csv' }));
  const file = await call(uploadFile, { body });
  const measures = [{ kind: 'number' as const, indicator: 'incident_resolution_time', column: 'hours', unit: 'h' }];
  const mapping = { rows: 'records' as const, time: { column: 'closed' }, key: ['case'], measures };
  const { id } = await call(startImport, { body: { fileId: file.id, mapping } });
  for (let turn = 0; turn < 300; turn += 1) {
    const { state } = await call(getImport, { params: { id } });
    if (state === 'done') return { import: id, file: file.id };
    if (state === 'failed' || state === 'cancelled') throw new Error(`the import of the furnishing ended as ${state}`);
    await sleep(200);
  }
  throw new Error('the import of the furnishing did not end in a minute');
}

async function collect({ call }: Person): Promise<{ collection: string; period: string }> {
  const { items: subjects } = await call(listSubjects);
  const collection = await call(createCollection, {
    body: {
      name: { zh: '月度现场数据', en: 'Monthly on-site figures' },
      period: 'month',
      indicators: ['customer_satisfaction', 'complaint_count'],
      subjectIds: subjects.slice(0, 3).map(({ id }) => id),
      ownerId: null,
      startsOn: '2026-08-01',
      dueDays: 5,
    },
  });
  const { items } = await call(collectionCalendar, { query: { from: '2026-08-01', to: '2026-12-31' } });
  return { collection: collection.id, period: items[0]?.period ?? '2026-10' };
}

/** An article in both languages that is due for review, and that was suggested and solved a question. */
async function writeArticle({ call }: Person): Promise<string> {
  const title = { zh: '办公网络连不上怎么办', en: 'The office network does not connect' };
  const body = {
    zh: '## 先自查\n\n1. 检查网线或 **Wi-Fi** 开关\n2. 运行 `ipconfig`，看有没有地址\n\n- 仍不行，见[说明](https://example.org)',
    en: '## Check first\n\n1. The cable or the **Wi-Fi** switch\n2. Run `ipconfig`\n\n- Else see the [guide](https://example.org)',
  };
  const { id } = await call(createArticle, { body: { title, body, keywords: ['网络', 'network'], reviewOn: '2026-01-01' } });
  await call(publishArticle, { params: { id }, body: { version: 1 } });
  const { offerId } = await call(suggestArticles, { body: { text: '办公网络连不上' } });
  if (offerId !== null) await call(settleOffer, { params: { id: offerId }, body: { outcome: 'solved', articleId: id } });
  return id;
}
