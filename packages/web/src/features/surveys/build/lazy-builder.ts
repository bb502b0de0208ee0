import { lazy } from 'react';

// Other features write their forms with it: their doors stay light.
export const LazyBuilder = lazy(() => import('./builder.tsx').then((module) => ({ default: module.Builder })));
export const LazyPublishDialog = lazy(() => import('./publish/publish-dialog.tsx').then((module) => ({ default: module.PublishDialog })));
