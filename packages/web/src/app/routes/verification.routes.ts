import { createRoute } from '@tanstack/react-router';
import {
  NewVerificationPage,
  newVerificationSearch,
  VerificationPage,
  VerificationsPage,
  verificationsSearch,
} from '../../features/verification/index.ts';
import { appRoute } from './root.ts';

const getParentRoute = () => appRoute;

export const verificationRoutes = [
  createRoute({ getParentRoute, path: 'verifications', component: VerificationsPage, validateSearch: verificationsSearch }),
  createRoute({ getParentRoute, path: 'verifications/new', component: NewVerificationPage, validateSearch: newVerificationSearch }),
  createRoute({ getParentRoute, path: 'verifications/$id', component: VerificationPage }),
] as const;
