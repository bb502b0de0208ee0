import * as api from '@zhiheng/contract/agreements/agreements';
import { bind, type Binder } from '../../platform/http/bind.ts';
import type { Jobs } from '../../platform/jobs/jobs.ts';
import { bindCalendars } from './calendars/calendars.routes.ts';
import { bindContracts } from './contracts/contracts.routes.ts';
import { bindSuppliers } from './suppliers/suppliers.routes.ts';
import { chooseAgreement } from './agreements/choose-agreement.ts';
import { createAgreement } from './agreements/create-agreement.ts';
import { deleteAgreementWith } from './agreements/delete-agreement.ts';
import { previewAgreement } from './agreements/preview-agreement.ts';
import { publishAgreementWith } from './agreements/publish-agreement.ts';
import { getAgreement, listAgreements } from './agreements/read-agreements.ts';
import { saveDraftWith } from './agreements/save-draft.ts';

export function bindAgreements(binder: Binder, jobs: Jobs): void {
  bindCalendars(binder, jobs);
  bindSuppliers(binder);
  bindContracts(binder);
  bind(binder, api.listAgreements, listAgreements);
  bind(binder, api.getAgreement, getAgreement);
  bind(binder, api.createAgreement, createAgreement);
  bind(binder, api.saveAgreementDraft, saveDraftWith(jobs));
  bind(binder, api.publishAgreement, publishAgreementWith(jobs));
  bind(binder, api.deleteAgreement, deleteAgreementWith(jobs));
  bind(binder, api.previewAgreement, previewAgreement);
  bind(binder, api.chooseAgreement, chooseAgreement);
}
