import { lazyRouteComponent } from '@tanstack/react-router';

// The door of the feature stays light: each page is fetched when it is opened.
export const ProjectsPage = lazyRouteComponent(() => import('./list/projects-page.tsx'), 'ProjectsPage');
export const ProjectPage = lazyRouteComponent(() => import('./project/project-page.tsx'), 'ProjectPage');
