import * as contract from '@zhiheng/contract/cases/case-imports';
import { bind, type Binder } from '../../../platform/http/bind.ts';
import type { Jobs } from '../../../platform/jobs/jobs.ts';
import { listCaseImports, readCaseImport } from './case-import-view.ts';
import { listCaseImportFindings, readFindingsFile } from './list-findings.ts';
import { previewCaseFile } from './preview-case-file.ts';
import { cancelCaseImport, startCaseImportWith } from './start-case-import.ts';
import { undoCaseImport } from './undo-case-import.ts';
import { uploadCaseFile } from './upload-case-file.ts';

export function bindCaseImports(binder: Binder, jobs: Jobs): void {
  bind(binder, contract.uploadCaseFile, uploadCaseFile);
  bind(binder, contract.previewCaseFile, previewCaseFile);
  bind(binder, contract.startCaseImport, startCaseImportWith(jobs));
  bind(binder, contract.listCaseImports, listCaseImports);
  bind(binder, contract.getCaseImport, (call, { params }) => readCaseImport(call, params.id));
  bind(binder, contract.cancelCaseImport, cancelCaseImport);
  bind(binder, contract.undoCaseImport, undoCaseImport);
  bind(binder, contract.listCaseImportFindings, listCaseImportFindings);
  bind(binder, contract.caseImportFindingsFile, readFindingsFile);
}
