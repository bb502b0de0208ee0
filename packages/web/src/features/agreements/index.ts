export { AgreementPage, AgreementsPage } from './pages.ts';
export { agreementSearch, agreementsSearch } from './agreements.search.ts';
