export { digestFirings } from './digest.ts';
export type { DigestNotice, DigestRule, Firing, Notice, SingleNotice } from './digest.ts';
