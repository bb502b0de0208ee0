export { NewVerificationPage, VerificationPage, VerificationsPage } from './pages.ts';
export { newVerificationSearch, verificationsSearch } from './verification.search.ts';
