import type { CaseStatus, CaseType } from '@zhiheng/contract/cases/case';

/** What happens to a made-up case; instants in seconds, in order. */
export interface DemoStep {
  readonly at: number;
  readonly status?: CaseStatus;
  /** an answer of the house, or a message of the customer */
  readonly says?: { readonly from: 'team' | 'customer'; readonly text: string };
}

/** A made-up case with its whole course. Codes that nobody knows are left out. */
export interface DemoCase {
  readonly type: CaseType;
  readonly subject: string;
  readonly description: string;
  readonly priority: 'p1' | 'p2' | 'p3' | 'p4';
  readonly severity: 'major' | 'minor' | null;
  readonly channel: 'portal' | 'phone' | 'email' | 'on-site';
  readonly service: string;
  readonly category: string;
  readonly team: string | undefined;
  readonly site: string | undefined;
  /** code of a customer of the demo */
  readonly customer: string | null;
  readonly language: 'zh' | 'en';
  readonly openedAt: number;
  readonly steps: readonly DemoStep[];
  readonly cause: 'technical' | 'service' | 'management' | null;
  readonly remedy: string;
  readonly rating: number | null;
  /** contacts after the solution: the day, and how it ended; null while it is planned */
  readonly followUps: readonly { readonly at: number; readonly outcome: 'solved' | 'not-reached' | null }[];
}
