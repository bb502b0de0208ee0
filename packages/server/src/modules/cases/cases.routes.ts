import * as api from '@zhiheng/contract/cases/cases';
import { bind, type Binder } from '../../platform/http/bind.ts';
import { createCase } from './create-case.ts';
import { getCase } from './get-case.ts';
import { listCases } from './list-cases.ts';

export function bindCases(binder: Binder): void {
  bind(binder, api.listCases, listCases);
  bind(binder, api.getCase, getCase);
  bind(binder, api.createCase, createCase);
}
