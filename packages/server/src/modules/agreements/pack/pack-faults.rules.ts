import type { PackAgreement, PackCalendar } from '@zhiheng/contract/packs/pack-agreements';
import { faultsOf } from '../calendars/check-definition.ts';
import { lintDefinition, type Finding } from '../agreements/lint.rules.ts';
import { policyOf } from '../policy-of.ts';
import { expandAgreement, storedDefinition } from './expand-agreement.rules.ts';
import { expandCalendar } from './expand-calendar.rules.ts';

const nowhere = '00000000-0000-4000-8000-000000000000';
const itself = (name: string): string => name;

/** Why an agreement of a pack could not be published, apart from what it names. `where` is a path into the definition. */
export function faultsOfPackAgreement(agreement: PackAgreement): Finding[] {
  const { code: id, name, kind, definition: coded } = expandAgreement(agreement);
  const definition = storedDefinition(coded, { calendar: () => nowhere, service: itself, segment: itself });
  const policy = policyOf({ ...{ id, name, kind, definition }, teamId: null, supplierId: null, version: 1, effectiveFrom: new Date(0) });
  return lintDefinition(definition, policy).filter(({ severity }) => severity === 'fault');
}

/** Why no clock could count in a calendar of a pack. */
export const faultsOfPackCalendar = (calendar: PackCalendar): ReturnType<typeof faultsOf> => faultsOf(expandCalendar(calendar).definition);
