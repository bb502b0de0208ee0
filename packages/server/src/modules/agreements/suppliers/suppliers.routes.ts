import * as api from '@zhiheng/contract/agreements/agreements';
import { bind, type Binder } from '../../../platform/http/bind.ts';
import { createSupplier, deleteSupplier, listSuppliers, updateSupplier } from './suppliers.ts';

export function bindSuppliers(binder: Binder): void {
  bind(binder, api.listSuppliers, listSuppliers);
  bind(binder, api.createSupplier, createSupplier);
  bind(binder, api.updateSupplier, updateSupplier);
  bind(binder, api.deleteSupplier, deleteSupplier);
}
