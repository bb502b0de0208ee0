/** The door of improvement. */
export { noVerdicts, type RegisteredPlan, type Verdict, type VerdictSource } from './projects/verdict-source.ts';
