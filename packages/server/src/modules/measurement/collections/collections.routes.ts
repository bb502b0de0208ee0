import * as contract from '@zhiheng/contract/measurement/collections';
import { ensureSubject as ensureSubjectEndpoint } from '@zhiheng/contract/measurement/observations';
import { bind, type Binder } from '../../../platform/http/bind.ts';
import type { Jobs } from '../../../platform/jobs/jobs.ts';
import { addKeyNode } from './add-key-node.ts';
import { createCollection } from './create-collection.ts';
import { deleteCollection } from './delete-collection.ts';
import { ensureSubject } from './ensure-subject.ts';
import { readCalendar } from './read-calendar.ts';
import { readSheet } from './read-sheet.ts';
import { removeKeyNode } from './remove-key-node.ts';
import { saveSheetWith } from './save-sheet.ts';
import { selectCollections, viewOf } from './select-collections.ts';
import { updateCollection } from './update-collection.ts';

export function bindCollections(binder: Binder, jobs: Jobs): void {
  bind(binder, contract.listCollections, async (call) => ({ items: (await selectCollections(call)).map(viewOf) }));
  bind(binder, contract.createCollection, createCollection);
  bind(binder, contract.updateCollection, updateCollection);
  bind(binder, contract.deleteCollection, deleteCollection);
  bind(binder, contract.collectionCalendar, readCalendar);
  bind(binder, contract.addKeyNode, addKeyNode);
  bind(binder, contract.removeKeyNode, removeKeyNode);
  bind(binder, contract.readSheet, readSheet);
  bind(binder, contract.saveSheet, saveSheetWith(jobs));
  bind(binder, ensureSubjectEndpoint, ensureSubject);
}
