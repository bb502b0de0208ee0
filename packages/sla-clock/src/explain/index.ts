export { durationWords } from './duration-words.ts';
export { explain, explainClock, type ClockExplanation, type ExplanationStep, type PartyNames } from './explain.ts';
export { languages, localTime, type Language } from './local-time.ts';
