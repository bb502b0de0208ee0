import * as api from '@zhiheng/contract/standards/standards';
import { bind, type Binder } from '../../platform/http/bind.ts';
import { approveStandard, returnStandard, submitStandard } from './approve-standard.ts';
import { clausesOfIndicator } from './clauses-of-indicator.ts';
import { compareVersions } from './compare-versions.ts';
import { createStandard } from './create-standard.ts';
import { deleteStandard } from './delete-standard.ts';
import { listStandards } from './list-standards.ts';
import { findStandard } from './read-standard.ts';
import { dropDraft, saveDraft } from './save-draft.ts';
import { updateStandard } from './update-standard.ts';

export function bindStandards(binder: Binder): void {
  bind(binder, api.listStandards, listStandards);
  bind(binder, api.getStandard, (call, { params }) => findStandard(call, params.id));
  bind(binder, api.createStandard, createStandard);
  bind(binder, api.updateStandard, updateStandard);
  bind(binder, api.saveStandardDraft, saveDraft);
  bind(binder, api.dropStandardDraft, dropDraft);
  bind(binder, api.submitStandard, submitStandard);
  bind(binder, api.returnStandard, returnStandard);
  bind(binder, api.approveStandard, approveStandard);
  bind(binder, api.deleteStandard, deleteStandard);
  bind(binder, api.compareStandard, compareVersions);
  bind(binder, api.clausesOfIndicator, clausesOfIndicator);
}
