import * as portal from '@zhiheng/contract/cases/portal';
import * as ratings from '@zhiheng/contract/cases/ratings';
import type { SampleCall } from './sample-calls.ts';

const id = '0197d000-0000-7000-8000-000000000000';
const token = 'x'.repeat(43);
const prose = { zh: '说明', en: 'Words' };
const everybody = 'everybody';
const agents = 'AQST';

export const portalFiles = { portal, ratings };

/** Sample calls of what customers do without an account, and of its settings. */
export const portalCalls: readonly SampleCall[] = [
  { endpoint: portal.getPortalSettings, may: 'AQ' },
  {
    endpoint: portal.savePortalSettings,
    may: 'AQ',
    body: {
      ...{ version: 0, open: true, types: ['incident'], serviceIds: [], intro: prose, consent: prose, contactNeeded: true, suggests: true },
      ...{ anonymous: true, ratings: [{ type: 'incident', asked: true, delayHours: 1, reminderDays: 3, lowLimit: 2, followUpDays: 3 }] },
    },
  },
  { endpoint: portal.makeCaseLink, may: agents, params: { id }, body: { renew: true } },
  { endpoint: portal.revokeCaseLink, may: agents, params: { id } },

  { endpoint: portal.openPortal, may: everybody, params: { code: 'abcdefghjk' } },
  {
    endpoint: portal.suggestAtPortal,
    may: everybody,
    params: { code: 'abcdefghjk' },
    body: { text: 'The printer jams', serviceId: id, offerId: id },
  },
  { endpoint: portal.readAtPortal, may: everybody, params: { code: 'abcdefghjk', id }, body: { offerId: id } },
  { endpoint: portal.solvedAtPortal, may: everybody, params: { code: 'abcdefghjk', id }, body: { offerId: id } },
  {
    endpoint: portal.fileCase,
    may: everybody,
    params: { code: 'abcdefghjk' },
    body: {
      ...{
        type: 'incident',
        serviceId: id,
        subject: 'Printer',
        description: 'It jams',
        contactName: 'Eve',
        contactEmail: 'eve@example.org',
      },
      ...{ contactPhone: '1', language: 'en', anonymous: false, consent: true, offerId: id, website: '' },
    },
  },
  { endpoint: portal.readByLink, may: everybody, params: { token } },
  { endpoint: portal.writeByLink, may: everybody, params: { token }, body: { body: 'x', attachmentIds: [id] } },
  { endpoint: portal.uploadByLink, may: everybody, params: { token }, body: {} },
  { endpoint: portal.downloadByLink, may: everybody, params: { token, id } },
  { endpoint: portal.confirmByLink, may: everybody, params: { token }, body: { solved: true, note: 'x', rating: 5 } },
  { endpoint: ratings.rateByLink, may: everybody, params: { token }, body: { value: 5, comment: 'x' } },
];
