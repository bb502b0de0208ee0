import * as api from '@zhiheng/contract/customers/customers';
import { bind, type Binder } from '../../platform/http/bind.ts';
import { createCustomer } from './create-customer.ts';
import { deleteCustomer } from './delete-customer.ts';
import { exportCustomers } from './export-customers.ts';
import { foreseeSegmentRules } from './foresee-segment-rules.ts';
import { getCustomer } from './get-customer.ts';
import { importCustomers } from './import-customers.ts';
import { listCustomers } from './list-customers.ts';
import { listSegmentRules } from './list-segment-rules.ts';
import { setSegmentRules } from './set-segment-rules.ts';
import { updateCustomer } from './update-customer.ts';

export function bindCustomers(binder: Binder): void {
  bind(binder, api.listCustomers, listCustomers);
  bind(binder, api.exportCustomers, exportCustomers);
  bind(binder, api.importCustomers, importCustomers);
  bind(binder, api.getCustomer, getCustomer);
  bind(binder, api.createCustomer, createCustomer);
  bind(binder, api.updateCustomer, updateCustomer);
  bind(binder, api.deleteCustomer, deleteCustomer);
  bind(binder, api.listSegmentRules, listSegmentRules);
  bind(binder, api.setSegmentRules, setSegmentRules);
  bind(binder, api.foreseeSegmentRules, foreseeSegmentRules);
}
