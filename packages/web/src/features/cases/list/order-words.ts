import type { caseOrder } from '@zhiheng/contract/cases/cases';
import type { z } from 'zod';
import { m } from '../../../paraglide/messages.js';

export const orderWords = {
  due: m.cases_order_due,
  newest: m.cases_order_newest,
  oldest: m.cases_order_oldest,
  updated: m.cases_order_updated,
  priority: m.cases_order_priority,
} as const satisfies Record<z.infer<typeof caseOrder>, () => string>;
