import * as cases from '@zhiheng/contract/cases/cases';
import * as categories from '@zhiheng/contract/cases/categories';
import * as views from '@zhiheng/contract/cases/views';
import * as knowledge from '@zhiheng/contract/knowledge/knowledge';
import { fieldCalls, fieldFiles } from './field-calls.ts';
import type { SampleCall } from './sample-calls.ts';

const id = '0197d000-0000-7000-8000-000000000000';
const name = { zh: '名称', en: 'Name' };
const staff = 'AQSUTE';
/** Those who work on cases. */
const agents = 'AQST';

export const caseFiles = { ...fieldFiles, cases, categories, views, knowledge };

/** Sample calls of cases and knowledge. */
export const caseCalls: readonly SampleCall[] = [
  ...fieldCalls,
  { endpoint: cases.listCases, may: staff, query: { filter: '{"q":"a","open":true,"due":"soon"}', order: 'due', limit: '2' } },
  { endpoint: cases.getCase, may: staff, params: { id } },
  {
    endpoint: cases.updateCase,
    may: agents,
    params: { id },
    body: {
      ...{ version: 1, priority: 'p1', status: 'open', replyNotNeeded: true, type: 'question', teamId: id, remedy: 'x' },
      entry: { kind: 'note', body: 'x', channel: 'phone', mentions: [id], attachmentIds: [id] },
    },
  },
  {
    endpoint: cases.changeCases,
    may: agents,
    body: { ids: [id], change: { priority: 'p1', assigneeId: id, status: 'open', addTags: ['a'], removeTags: ['b'] } },
  },
  { endpoint: cases.mergeCase, may: agents, params: { id }, body: { into: '0197d000-0000-7000-8000-000000000001', version: 1 } },
  { endpoint: cases.splitCase, may: agents, params: { id }, body: { subject: 'x', entryIds: [id] } },
  {
    endpoint: cases.linkCases,
    may: agents,
    params: { id },
    body: { kind: 'related', otherId: '0197d000-0000-7000-8000-000000000001' },
  },
  { endpoint: cases.unlinkCases, may: agents, params: { id, otherId: '0197d000-0000-7000-8000-000000000001' } },
  { endpoint: cases.caseLedger, may: staff, params: { id } },
  {
    endpoint: cases.recordFollowUp,
    may: agents,
    params: { id },
    body: { version: 1, channel: 'phone', outcome: 'solved', rating: 5, note: 'x', nextOn: '2027-01-01' },
  },
  { endpoint: cases.casePeople, may: staff },
  { endpoint: cases.caseTags, may: staff },
  { endpoint: cases.uploadCaseAttachment, may: agents, body: {} },
  { endpoint: cases.downloadCaseAttachment, may: staff, params: { id } },
  { endpoint: views.listCaseViews, may: staff },
  { endpoint: views.saveCaseView, may: staff, params: { id }, body: { name: 'Mine', filter: { q: 'a' }, order: 'due', shared: true } },
  { endpoint: views.deleteCaseView, may: staff, params: { id } },
  { endpoint: categories.listCaseCategories, may: staff },
  {
    endpoint: categories.createCaseCategory,
    may: 'AQ',
    body: { code: 'printers', name, parentId: null, types: ['incident'], teamId: null },
  },
  { endpoint: categories.updateCaseCategory, may: 'AQ', params: { id }, body: { name, types: ['question'] } },
  { endpoint: categories.deleteCaseCategory, may: 'AQ', params: { id } },
  { endpoint: categories.restoreCaseCategory, may: 'AQ', params: { id } },
  { endpoint: cases.presence, may: staff, params: { id }, body: { writing: true } },
  {
    endpoint: cases.createCase,
    may: agents,
    body: {
      ...{
        type: 'incident',
        subject: 'Printer',
        description: 'It jams',
        priority: 'p2',
        severity: null,
        channel: 'phone',
        anonymous: false,
      },
      ...{
        serviceId: null,
        customerId: null,
        contactName: 'Eve',
        contactEmail: 'eve@example.org',
        contactPhone: '1',
        tags: ['vip'],
        language: 'zh',
      },
      ...{ custom: { floor: 3 }, cause: 'technical', complaintKind: 'fault', remedy: '', openedAt: '2026-01-01T00:00:00Z' },
    },
  },

  {
    endpoint: knowledge.listArticles,
    may: staff,
    query: { q: 'vpn', state: 'published', serviceId: id, categoryId: id, caseId: id, needsReview: 'true', order: 'useful', limit: '2' },
  },
  { endpoint: knowledge.getArticle, may: staff, params: { id } },
  {
    endpoint: knowledge.createArticle,
    may: agents,
    body: { title: name, body: name, keywords: ['vpn'], serviceIds: [], categoryIds: [id], reviewOn: '2027-01-01', caseIds: [id] },
  },
  { endpoint: knowledge.updateArticle, may: agents, params: { id }, body: { version: 1, title: name, reviewOn: null } },
  { endpoint: knowledge.publishArticle, may: agents, params: { id }, body: { version: 1 } },
  { endpoint: knowledge.retireArticle, may: agents, params: { id }, body: { version: 1 } },
  { endpoint: knowledge.deleteArticle, may: agents, params: { id } },
  { endpoint: knowledge.listArticleVersions, may: agents, params: { id } },
  { endpoint: knowledge.voteArticle, may: staff, params: { id }, body: { useful: true } },
  { endpoint: knowledge.readArticle, may: staff, params: { id }, body: { offerId: id } },
  { endpoint: knowledge.linkArticle, may: agents, params: { id, caseId: id } },
  { endpoint: knowledge.unlinkArticle, may: agents, params: { id, caseId: id } },
  {
    endpoint: knowledge.suggestArticles,
    may: staff,
    body: { text: 'The printer jams', serviceId: null, channel: 'desk', offerId: id, recorded: true, limit: 3 },
  },
  { endpoint: knowledge.settleOffer, may: staff, params: { id }, body: { outcome: 'solved', articleId: id } },
  { endpoint: knowledge.articleDeflection, may: staff, query: { from: '2026-01-01', to: '2026-12-31', serviceId: id, channel: 'desk' } },
];
