import type { FieldStudy } from '@zhiheng/contract/fieldwork/studies';
import type { LocalProse, LocalText } from '@zhiheng/contract/values/text';

/** The plan as its form holds it: an empty field is an empty text. */
export interface PlanValues {
  readonly name: LocalText;
  readonly purpose: LocalProse;
  readonly serviceId: string | null;
  readonly from: string;
  readonly until: string;
  readonly wanted: number | null;
  readonly raters: number;
}

export const emptyPlan: Omit<PlanValues, 'name'> = {
  ...{ purpose: { zh: '', en: '' }, serviceId: null, from: '', until: '', wanted: null, raters: 1 },
};

export const planValues = ({ name, purpose, serviceId, from, until, wanted, raters }: FieldStudy): PlanValues => ({
  ...{ name, purpose, serviceId, from: from ?? '', until: until ?? '', wanted, raters },
});

export const planOf = ({ name, purpose, serviceId, from, until, wanted, raters }: PlanValues) => ({
  ...{ name, purpose, serviceId: serviceId ?? null, wanted: wanted ?? null, raters },
  from: from === '' ? null : from,
  until: until === '' ? null : until,
});
