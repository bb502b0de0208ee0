export { AgreementTabs } from './agreement-tabs.tsx';
