/** The door of customers. */
export { bindCustomers } from './customers.routes.ts';
export { isMasked, maskEmail, maskName, maskPhone } from './mask.rules.ts';
export { restoreCustomer } from './restore-customer.ts';
