import { more_error_words, more_field_error_words } from '../paraglide/messages.js';
import { addProblemWords } from './problem-words.ts';

/** The application can meet every problem; the pages before the sign-in only few. */
export const knowAllProblems = (): void => addProblemWords({ problem: more_error_words, field: more_field_error_words });
