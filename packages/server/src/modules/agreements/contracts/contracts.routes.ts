import * as api from '@zhiheng/contract/agreements/agreements';
import { bind, type Binder } from '../../../platform/http/bind.ts';
import { createContract, deleteContract, listContracts, updateContract } from './contracts.ts';

export function bindContracts(binder: Binder): void {
  bind(binder, api.listServiceContracts, listContracts);
  bind(binder, api.createServiceContract, createContract);
  bind(binder, api.updateServiceContract, updateContract);
  bind(binder, api.deleteServiceContract, deleteContract);
}
