import { previewMovedDeadlines as previewMovedDeadlinesEndpoint } from '@zhiheng/contract/agreements/moved-deadlines';
import * as assignmentApi from '@zhiheng/contract/cases/assignment';
import * as settingsApi from '@zhiheng/contract/cases/case-settings';
import * as categoriesApi from '@zhiheng/contract/cases/categories';
import * as fieldsApi from '@zhiheng/contract/cases/fields';
import { findSimilarCases as findSimilarCasesEndpoint } from '@zhiheng/contract/cases/similar';
import * as viewsApi from '@zhiheng/contract/cases/views';
import * as api from '@zhiheng/contract/cases/cases';
import type { Config } from '../../platform/config.ts';
import type { Jobs } from '../../platform/jobs/jobs.ts';
import type { Notices } from '../../platform/database/notices.ts';
import type { Sealer } from '../../platform/sealed/sealer.ts';
import { bind, type Binder } from '../../platform/http/bind.ts';
import { listRules, setRules } from './assignment/set-rules.ts';
import { tryRules } from './assignment/try-rules.ts';
import { bindCaseStream } from './case-stream.ts';
import { caseLedger } from './case-ledger.ts';
import { changeCases } from './change-cases.ts';
import { bindCaseImports } from './imports/case-imports.routes.ts';
import { bindClockReports } from './clock-reports.routes.ts';
import { createCase } from './create-case.ts';
import { getCase } from './get-case.ts';
import { deleteCategory, takeCategoryBack } from './categories/delete-category.ts';
import { listCategories } from './categories/select-categories.ts';
import { createCategory, updateCategory } from './categories/write-category.ts';
import { listFields } from './fields/select-fields.ts';
import { createField, updateField } from './fields/write-field.ts';
import { findSimilarCases } from './similar/find-similar-cases.ts';
import { downloadAttachment } from './attachments/download-attachment.ts';
import { uploadAttachment } from './attachments/upload-attachment.ts';
import { deleteView } from './views/delete-view.ts';
import { listViews, saveView } from './views/save-view.ts';
import { listPeople } from './list-people.ts';
import { listTags } from './list-tags.ts';
import { linkCases, unlinkCases } from './link-cases.ts';
import { listCases } from './list-cases.ts';
import { mergeCase } from './merge-case.ts';
import { notePresence } from './note-presence.ts';
import { previewMovedDeadlines } from './preview-moved-deadlines.ts';
import { recordFollowUp } from './record-follow-up.ts';
import { readCaseSettings } from './settings/read-settings.ts';
import { setSettings } from './settings/set-settings.ts';
import { withLink } from './portal/give-link.ts';
import { bindPortal } from './portal/portal.routes.ts';
import { splitCase } from './split-case.ts';
import { updateCase } from './update-case.ts';

interface Surroundings {
  readonly notices: Notices;
  readonly sealer: Sealer;
  readonly jobs: Jobs;
  readonly config: Pick<Config, 'publicUrl'>;
}

export function bindCases(binder: Binder, { notices, sealer, jobs, config }: Surroundings): void {
  const links = { sealer, publicUrl: config.publicUrl };
  const shown = withLink(links);
  bindPortal(binder, links);
  bindCaseStream(binder, notices);
  bindClockReports(binder, jobs);
  bindCaseImports(binder, jobs);
  bind(binder, api.listCases, listCases);
  bind(binder, api.getCase, shown(getCase));
  bind(binder, api.createCase, createCase);
  bind(binder, api.updateCase, shown(updateCase));
  bind(binder, api.changeCases, changeCases);
  bind(binder, api.mergeCase, shown(mergeCase));
  bind(binder, api.splitCase, shown(splitCase));
  bind(binder, api.linkCases, shown(linkCases));
  bind(binder, api.unlinkCases, unlinkCases);
  bind(binder, api.presence, notePresence);
  bind(binder, api.caseLedger, caseLedger);
  bind(binder, previewMovedDeadlinesEndpoint, previewMovedDeadlines);
  bind(binder, api.recordFollowUp, shown(recordFollowUp));
  bind(binder, api.casePeople, listPeople);
  bind(binder, api.caseTags, listTags);
  bind(binder, api.uploadCaseAttachment, uploadAttachment);
  bind(binder, api.downloadCaseAttachment, downloadAttachment);
  bind(binder, findSimilarCasesEndpoint, findSimilarCases);
  bindFields(binder);
  bind(binder, settingsApi.getCaseSettings, readCaseSettings);
  bind(binder, settingsApi.setCaseSettings, setSettings);
  bindViews(binder);
  bindCategories(binder);
  bindAssignment(binder);
}

function bindViews(binder: Binder): void {
  bind(binder, viewsApi.listCaseViews, listViews);
  bind(binder, viewsApi.saveCaseView, saveView);
  bind(binder, viewsApi.deleteCaseView, deleteView);
}

function bindFields(binder: Binder): void {
  bind(binder, fieldsApi.listCaseFields, listFields);
  bind(binder, fieldsApi.createCaseField, createField);
  bind(binder, fieldsApi.updateCaseField, updateField);
}

function bindCategories(binder: Binder): void {
  bind(binder, categoriesApi.listCaseCategories, listCategories);
  bind(binder, categoriesApi.createCaseCategory, createCategory);
  bind(binder, categoriesApi.updateCaseCategory, updateCategory);
  bind(binder, categoriesApi.deleteCaseCategory, deleteCategory);
  bind(binder, categoriesApi.restoreCaseCategory, takeCategoryBack);
}

function bindAssignment(binder: Binder): void {
  bind(binder, assignmentApi.listAssignmentRules, listRules);
  bind(binder, assignmentApi.setAssignmentRules, setRules);
  bind(binder, assignmentApi.tryAssignmentRules, tryRules);
}
