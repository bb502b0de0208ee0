import * as api from '@zhiheng/contract/cases/cases';
import { bind, type Binder } from '../../platform/http/bind.ts';
import { caseLedger } from './case-ledger.ts';
import { changeCases } from './change-cases.ts';
import { createCase } from './create-case.ts';
import { getCase } from './get-case.ts';
import { deleteCategory } from './categories/delete-category.ts';
import { listCategories } from './categories/select-categories.ts';
import { createCategory, updateCategory } from './categories/write-category.ts';
import { downloadAttachment } from './attachments/download-attachment.ts';
import { uploadAttachment } from './attachments/upload-attachment.ts';
import { deleteView } from './views/delete-view.ts';
import { listViews, saveView } from './views/save-view.ts';
import { listTags } from './list-tags.ts';
import { linkCases, unlinkCases } from './link-cases.ts';
import { listCases } from './list-cases.ts';
import { mergeCase } from './merge-case.ts';
import { notePresence } from './note-presence.ts';
import { splitCase } from './split-case.ts';
import { updateCase } from './update-case.ts';

export function bindCases(binder: Binder): void {
  bind(binder, api.listCases, listCases);
  bind(binder, api.getCase, getCase);
  bind(binder, api.createCase, createCase);
  bind(binder, api.updateCase, updateCase);
  bind(binder, api.changeCases, changeCases);
  bind(binder, api.mergeCase, mergeCase);
  bind(binder, api.splitCase, splitCase);
  bind(binder, api.linkCases, linkCases);
  bind(binder, api.unlinkCases, unlinkCases);
  bind(binder, api.presence, notePresence);
  bind(binder, api.caseLedger, caseLedger);
  bind(binder, api.caseTags, listTags);
  bind(binder, api.uploadCaseAttachment, uploadAttachment);
  bind(binder, api.downloadCaseAttachment, downloadAttachment);
  bindViews(binder);
  bindCategories(binder);
}

function bindViews(binder: Binder): void {
  bind(binder, api.listCaseViews, listViews);
  bind(binder, api.saveCaseView, saveView);
  bind(binder, api.deleteCaseView, deleteView);
}

function bindCategories(binder: Binder): void {
  bind(binder, api.listCaseCategories, listCategories);
  bind(binder, api.createCaseCategory, createCategory);
  bind(binder, api.updateCaseCategory, updateCategory);
  bind(binder, api.deleteCaseCategory, deleteCategory);
}
