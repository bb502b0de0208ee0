import { lazyRouteComponent } from '@tanstack/react-router';

// The door of the feature stays light: each page is fetched when it is opened.
export const AutomationPage = lazyRouteComponent(() => import('./automation-page.tsx'), 'AutomationPage');
export const AutomationRulePage = lazyRouteComponent(() => import('./rules/rule-page.tsx'), 'AutomationRulePage');
