import {
  runner_file_wait,
  runner_problem,
  runner_problem_answers,
  runner_problem_busy,
  runner_problem_full,
  runner_problem_refusal,
} from '../paraglide/messages.js';
import { html, type Markup } from './html.ts';
import type { Speech, View } from './view.ts';

type Words = (inputs: Record<string, never>, options: Speech) => string;

const words: Readonly<Record<string, Words>> = {
  too_many_requests: runner_problem_busy,
  device_full: runner_problem_full,
  invalid: runner_problem_answers,
  uploading: runner_file_wait,
  refusal: runner_problem_refusal,
};

/** Why the answers were not taken; they are still there. */
export function problemLine(view: View): Markup | null {
  const { problem } = view.state;
  if (problem === null) return null;
  return html`<p class="fault-sum" role="alert" data-key="problem">■ ${(words[problem] ?? runner_problem)({}, view.speech)}</p>`;
}
