export { RecountNotice } from './recount-notice.tsx';
