export { OutcomeBadge } from './project-badges.tsx';
export { ProjectPage, ProjectsPage } from './pages.ts';
export { projectSearch, projectsSearch } from './improvement.search.ts';
