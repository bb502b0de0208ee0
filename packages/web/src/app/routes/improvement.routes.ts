import { createRoute } from '@tanstack/react-router';
import { ProjectPage, projectSearch, ProjectsPage, projectsSearch } from '../../features/improvement/index.ts';
import { appRoute } from './root.ts';

const getParentRoute = () => appRoute;

export const improvementRoutes = [
  createRoute({ getParentRoute, path: 'projects', component: ProjectsPage, validateSearch: projectsSearch }),
  createRoute({ getParentRoute, path: 'projects/$id', component: ProjectPage, validateSearch: projectSearch }),
] as const;
