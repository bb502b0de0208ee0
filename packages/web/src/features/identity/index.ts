export { AccountPage, ApiKeysPage, RolesPage, UsersPage } from './pages.ts';
export { meQuery, useMay, useMe } from './me.query.ts';
