export { automationSearch } from './automation.search.ts';
export { AutomationPage, AutomationRulePage } from './pages.ts';
