export { PortalSettingsPage } from './pages.ts';
