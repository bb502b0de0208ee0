import { lazyRouteComponent } from '@tanstack/react-router';

// The door of the feature stays light: each page is fetched when it is opened.
export const UsersPage = lazyRouteComponent(() => import('./users/users-page.tsx'), 'UsersPage');
export const RolesPage = lazyRouteComponent(() => import('./roles/roles-page.tsx'), 'RolesPage');
export const ApiKeysPage = lazyRouteComponent(() => import('./api-keys/api-keys-page.tsx'), 'ApiKeysPage');
export const AccountPage = lazyRouteComponent(() => import('./account/account-page.tsx'), 'AccountPage');
