// What customers see, kept apart from the staff's application so that it stays light on a phone.
export { CustomerCasePage } from './follow/customer-case-page.tsx';
export { SuggestionBoxPage } from './box/suggestion-box-page.tsx';
export { FilingPage } from './filing/filing-page.tsx';
