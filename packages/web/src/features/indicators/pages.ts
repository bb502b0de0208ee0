import { lazyRouteComponent } from '@tanstack/react-router';
import { lazy } from 'react';

// The door of the feature stays light: each page is fetched when it is opened.
export const IndicatorsPage = lazyRouteComponent(() => import('./indicators-page.tsx'), 'IndicatorsPage');

// For pages of other features that make an indicator on the way.
export const LazyIndicatorForm = lazy(() => import('./indicator-form.tsx').then((module) => ({ default: module.IndicatorForm })));
