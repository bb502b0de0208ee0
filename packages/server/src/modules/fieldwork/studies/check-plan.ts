import type { FieldStudy } from '@zhiheng/contract/fieldwork/studies';
import { invalidField } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';
import { checkPlaces } from '../../feedback/index.ts';

/** What is planned of a study. */
export type StudyPlan = Pick<FieldStudy, 'name' | 'purpose' | 'serviceId' | 'from' | 'until' | 'wanted' | 'raters'>;

/** Refuses a plan that ends before it begins or names a service that is not there. */
export async function checkPlan(operation: Operation, { from, until, serviceId }: StudyPlan): Promise<void> {
  if (from !== null && until !== null && until < from) throw invalidField('until', 'until_before_first_day');
  await checkPlaces(operation, { serviceId });
}
