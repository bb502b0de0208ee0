import * as api from '@zhiheng/contract/cases/cases';
import { bind, type Binder } from '../../platform/http/bind.ts';
import { caseLedger } from './case-ledger.ts';
import { changeCases } from './change-cases.ts';
import { createCase } from './create-case.ts';
import { getCase } from './get-case.ts';
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
}
