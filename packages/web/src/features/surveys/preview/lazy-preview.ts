import { lazy } from 'react';

// The runner is fetched beside the page that shows it.
export const LazyPreview = lazy(() => import('./preview.tsx').then((module) => ({ default: module.Preview })));
