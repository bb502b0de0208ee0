import type { CaseFields } from '@zhiheng/sla-clock/clock';

/** The fields of a case that agreements look at. */
export interface CountedFields {
  readonly type: string;
  readonly priority: string;
  readonly severity: string | null;
  readonly channel: string;
  readonly serviceId: string | null;
  readonly categoryId: string | null;
  readonly customerId: string | null;
  readonly segmentId: string | null;
  readonly contractId: string | null;
}

/** The same under the names of the clock's dimensions and conditions. */
export const clockFields = (fields: CountedFields): CaseFields => ({
  type: fields.type,
  priority: fields.priority,
  severity: fields.severity,
  channel: fields.channel,
  service: fields.serviceId,
  category: fields.categoryId,
  customer: fields.customerId,
  segment: fields.segmentId,
  contract: fields.contractId,
});
