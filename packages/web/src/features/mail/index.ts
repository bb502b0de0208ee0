export { MailPage } from './pages.ts';
export { mailSearch } from './mail.search.ts';
