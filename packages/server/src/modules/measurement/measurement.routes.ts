import {
  dismissQuarantine as dismissQuarantineEndpoint,
  listObservations as listObservationsEndpoint,
  listQuarantine as listQuarantineEndpoint,
  listSubjects as listSubjectsEndpoint,
  retryQuarantine,
  sendObservations,
} from '@zhiheng/contract/measurement/observations';
import { bind, type Binder } from '../../platform/http/bind.ts';
import type { Jobs } from '../../platform/jobs/jobs.ts';
import { bindCollections } from './collections/collections.routes.ts';
import { bindImports } from './imports/imports.routes.ts';
import { bindIndicators } from './indicators/indicators.routes.ts';
import { listObservations } from './observations/list-observations.ts';
import { listSubjects } from './observations/list-subjects.ts';
import { sendObservationsTo } from './observations/send-observations.ts';
import { dismissQuarantine } from './quarantine/dismiss-quarantine.ts';
import { listQuarantine } from './quarantine/list-quarantine.ts';
import { retryQuarantineWith } from './quarantine/retry-quarantine.ts';

export function bindMeasurement(binder: Binder, jobs: Jobs): void {
  bindIndicators(binder, jobs);
  bindImports(binder, jobs);
  bindCollections(binder, jobs);
  bind(binder, sendObservations, sendObservationsTo(jobs));
  bind(binder, listObservationsEndpoint, listObservations);
  bind(binder, listSubjectsEndpoint, listSubjects);
  bind(binder, listQuarantineEndpoint, listQuarantine);
  bind(binder, retryQuarantine, retryQuarantineWith(jobs));
  bind(binder, dismissQuarantineEndpoint, dismissQuarantine);
}
