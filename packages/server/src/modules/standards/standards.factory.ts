import type { Clause } from '@zhiheng/contract/standards/standards';

export const greet: Clause = {
  code: 'greet',
  kind: 'attitude',
  text: { zh: '主动问候来访客人', en: 'Greet every guest first' },
  indicators: [],
  checks: [{ study: 'counter', item: 'greeting' }],
};
export const wait: Clause = {
  code: 'wait',
  kind: 'timeliness',
  text: { zh: '十分钟内接待', en: 'Served within 10 minutes' },
  indicators: [],
  checks: [],
};
export const tidy: Clause = {
  code: 'tidy',
  kind: 'hygiene',
  text: { zh: '台面无杂物', en: 'The counter is tidy' },
  indicators: [],
  checks: [],
};
export const reception = { code: 'reception', name: { zh: '接待标准', en: 'Reception' }, clauses: [greet, wait] };

export const waitingTime = {
  code: 'waiting_time',
  name: { zh: '等待时间', en: 'Waiting time' },
  definition: { zh: '从取号到接待', en: 'From the ticket to the counter' },
  dimension: 'responsiveness',
  perspective: 'technical',
  measure: 'duration',
  unit: 'min',
  decimals: 1,
  direction: 'lower',
  aggregate: 'mean',
  period: 'month',
  formula: null,
  plausibleMin: null,
  plausibleMax: null,
  source: 'norm',
  targetSource: { zh: '约定', en: 'Agreed' },
  ownerId: null,
  limits: { target: 10, warning: 12, critical: 15 },
} as const;
