export { accountNamesQuery } from './users/accounts.query.ts';
export { meQuery, useMay, useMe } from './me.query.ts';
export { AccountPage, ApiKeysPage, RolesPage, UsersPage } from './pages.ts';
export { signOut } from './sign-out.ts';
export { useChoice } from './use-choice.ts';
export { usersSearch } from './users/users.search.ts';
export { rolesQuery } from './roles/roles.query.ts';
