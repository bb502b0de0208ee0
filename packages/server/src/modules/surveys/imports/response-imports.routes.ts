import * as contract from '@zhiheng/contract/surveys/response-imports';
import { bind, type Binder } from '../../../platform/http/bind.ts';
import type { Jobs } from '../../../platform/jobs/jobs.ts';
import { listResponseFaults, readFaultsFile } from './list-response-faults.ts';
import { previewResponses } from './preview-responses.ts';
import { listResponseImports, readResponseImport } from './read-response-imports.ts';
import { cancelResponseImport, startResponseImportWith, undoResponseImportWith } from './start-response-import.ts';
import { uploadResponses } from './upload-responses.ts';

export function bindResponseImports(binder: Binder, jobs: Jobs): void {
  bind(binder, contract.uploadResponses, uploadResponses);
  bind(binder, contract.previewResponses, previewResponses);
  bind(binder, contract.startResponseImport, startResponseImportWith(jobs));
  bind(binder, contract.listResponseImports, listResponseImports);
  bind(binder, contract.getResponseImport, (call, { params }) => readResponseImport(call, params.id));
  bind(binder, contract.cancelResponseImport, cancelResponseImport);
  bind(binder, contract.undoResponseImport, undoResponseImportWith(jobs));
  bind(binder, contract.listResponseFaults, listResponseFaults);
  bind(binder, contract.responseFaultsFile, readFaultsFile);
}
