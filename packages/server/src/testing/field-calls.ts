import * as fields from '@zhiheng/contract/cases/fields';
import * as similar from '@zhiheng/contract/cases/similar';
import type { SampleCall } from './sample-calls.ts';

const id = '0197d000-0000-7000-8000-000000000000';
const name = { zh: '名称', en: 'Name' };
const settings = { name, help: name, types: ['incident'], options: [{ code: 'a', name }], required: false, position: 1, listed: true };

export const fieldFiles = { fields, similar };

/** Sample calls of the organisation's own fields and of similar cases. */
export const fieldCalls: readonly SampleCall[] = [
  { endpoint: fields.listCaseFields, may: 'AQSUTE' },
  { endpoint: fields.createCaseField, may: 'AQ', body: { code: 'device', kind: 'choice', ...settings } },
  { endpoint: fields.updateCaseField, may: 'AQ', params: { id }, body: { ...settings, retired: true } },
  {
    endpoint: similar.findSimilarCases,
    may: 'AQSUTE',
    body: { text: 'The printer jams', customerId: null, serviceId: id, exceptId: id, limit: 3 },
  },
];
