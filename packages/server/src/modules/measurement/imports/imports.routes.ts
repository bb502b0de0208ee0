import * as contract from '@zhiheng/contract/measurement/imports';
import { bind, type Binder } from '../../../platform/http/bind.ts';
import type { Jobs } from '../../../platform/jobs/jobs.ts';
import { cancelImport } from './cancel-import.ts';
import { deleteMapping } from './delete-mapping.ts';
import { readImport } from './import-view.ts';
import { listImports } from './list-imports.ts';
import { listMappings } from './list-mappings.ts';
import { previewFile } from './preview-file.ts';
import { readImportedLine } from './read-imported-line.ts';
import { readProblems } from './read-problems.ts';
import { saveMapping } from './save-mapping.ts';
import { startImportWith } from './start-import.ts';
import { uploadFile } from './upload-file.ts';

export function bindImports(binder: Binder, jobs: Jobs): void {
  bind(binder, contract.uploadFile, uploadFile);
  bind(binder, contract.previewFile, previewFile);
  bind(binder, contract.startImport, startImportWith(jobs));
  bind(binder, contract.listImports, listImports);
  bind(binder, contract.getImport, (call, { params }) => readImport(call, params.id));
  bind(binder, contract.cancelImport, cancelImport);
  bind(binder, contract.importProblems, readProblems);
  bind(binder, contract.importedLine, readImportedLine);
  bind(binder, contract.listMappings, listMappings);
  bind(binder, contract.saveMapping, saveMapping);
  bind(binder, contract.deleteMapping, deleteMapping);
}
