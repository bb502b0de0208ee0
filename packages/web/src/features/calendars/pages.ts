import { lazyRouteComponent } from '@tanstack/react-router';

// The door of the feature stays light: each page is fetched when it is opened.
export const CalendarsPage = lazyRouteComponent(() => import('./calendars-page.tsx'), 'CalendarsPage');
export const CalendarPage = lazyRouteComponent(() => import('./calendar-page.tsx'), 'CalendarPage');
