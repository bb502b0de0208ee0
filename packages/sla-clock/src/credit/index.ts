export { bandedCredit } from './banded-credit.ts';
export type { BandedCredit, CreditBand } from './banded-credit.ts';
export { monthlyCredit } from './monthly-credit.ts';
export type { CreditableBreach, CreditExclusion, CreditTerms, MonthlyCredit, MonthlyCreditTerms } from './monthly-credit.ts';
