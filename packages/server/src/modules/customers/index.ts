/** The door of customers. */
export { bindCustomers } from './customers.routes.ts';
export { listCustomers } from './list-customers.ts';
export { guardCell } from './csv-cell.rules.ts';
export { customersPackPart } from './pack-part.ts';
export { removeDemoCustomers, storeDemoCustomers, type DemoCustomer } from './demo-customers.ts';
export { isMasked, maskEmail, maskName, maskPhone } from './mask.rules.ts';
export { restoreCustomer } from './restore-customer.ts';
