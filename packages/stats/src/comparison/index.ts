export { holmRejections } from './holm.ts';
