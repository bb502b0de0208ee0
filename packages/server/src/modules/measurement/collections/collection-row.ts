import type { Collection } from '@zhiheng/contract/measurement/collections';

/** Fields of a collection as columns. */
export const rowOf = (fields: Omit<Collection, 'id' | 'ownerName' | 'version' | 'keyNodes'>) => ({
  name: JSON.stringify(fields.name),
  period: fields.period,
  indicators: fields.indicators,
  subject_ids: fields.subjectIds,
  owner_id: fields.ownerId,
  starts_on: fields.startsOn,
  due_days: fields.dueDays,
});
