/** The door of identity. */
export { authenticator } from './authenticator.ts';
export { bindIdentity } from './identity.routes.ts';
export { removeDemoAccounts, storeDemoAccounts } from './demo-accounts.ts';
export { createAdministrator } from './create-administrator.ts';
export { restoreAccount } from './restore-account.ts';
export { seedRoles } from './seed-roles.ts';
export { sessionCookie, startSession } from './start-session.ts';
