export { AccountPage, ApiKeysPage, RolesPage, UsersPage } from './pages.ts';
export { meQuery, useMay, useMe } from './me.query.ts';
export { signOut } from './sign-out.ts';
export { useChoice } from './use-choice.ts';
