import { lazyRouteComponent } from '@tanstack/react-router';

// The door of the feature stays light: each page is fetched when it is opened.
export const SimulatorPage = lazyRouteComponent(() => import('./simulator/simulator-page.tsx'), 'SimulatorPage');
export const SimulationPage = lazyRouteComponent(() => import('./simulator/simulation-page.tsx'), 'SimulationPage');
export const MonthsPage = lazyRouteComponent(() => import('./months/months-page.tsx'), 'MonthsPage');
export const SignalsPage = lazyRouteComponent(() => import('./signals/signals-page.tsx'), 'SignalsPage');
