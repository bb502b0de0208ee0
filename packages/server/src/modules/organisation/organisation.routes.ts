import * as api from '@zhiheng/contract/organisation/organisation';
import { bind, type Binder } from '../../platform/http/bind.ts';
import type { Jobs } from '../../platform/jobs/jobs.ts';
import { createUnit } from './create-unit.ts';
import { deleteUnit } from './delete-unit.ts';
import { getOrganisation } from './get-organisation.ts';
import { listChanges } from './list-changes.ts';
import { listUnits } from './list-units.ts';
import { updateOrganisationWith } from './update-organisation.ts';
import { updateUnit } from './update-unit.ts';

export function bindOrganisation(binder: Binder, jobs: Jobs): void {
  bind(binder, api.getOrganisation, getOrganisation);
  bind(binder, api.updateOrganisation, updateOrganisationWith(jobs));
  bind(binder, api.listUnits, listUnits);
  bind(binder, api.createUnit, createUnit);
  bind(binder, api.updateUnit, updateUnit);
  bind(binder, api.deleteUnit, deleteUnit);
  bind(binder, api.listChanges, listChanges);
}
