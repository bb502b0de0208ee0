import {
  runner_fault_alone,
  runner_fault_consent,
  runner_fault_decimals,
  runner_fault_email,
  runner_fault_large,
  runner_fault_long,
  runner_fault_not_all_ranked,
  runner_fault_not_a_date,
  runner_fault_number,
  runner_fault_other,
  runner_fault_phone,
  runner_fault_required,
  runner_fault_scale,
  runner_fault_small,
  runner_fault_sum,
  runner_fault_too_early,
  runner_fault_too_few,
  runner_fault_too_late,
  runner_fault_too_many,
  runner_fault_url,
  runner_fault_whole,
} from '../paraglide/messages.js';
import { consentField, type RunnerFault } from './runner-state.ts';
import type { Speech, View } from './view.ts';

type Words = (params: RunnerFault['params'], speech: Speech) => string;

const value = (params: RunnerFault['params'], name: string): string => String(params[name] ?? '');

/** What is wrong and what to do, by the codes of `check`. */
const words: Readonly<Record<string, Words>> = {
  required: (_, speech) => runner_fault_required({}, speech),
  'too-few': (params, speech) => runner_fault_too_few({ least: value(params, 'least') }, speech),
  'too-many': (params, speech) => runner_fault_too_many({ most: value(params, 'most') }, speech),
  alone: (_, speech) => runner_fault_alone({}, speech),
  'not-all-ranked': (_, speech) => runner_fault_not_all_ranked({}, speech),
  'not-whole': (_, speech) => runner_fault_whole({}, speech),
  'not-a-number': (_, speech) => runner_fault_number({}, speech),
  'too-small': (params, speech) => runner_fault_small({ min: value(params, 'min') }, speech),
  'too-large': (params, speech) => runner_fault_large({ max: value(params, 'max') }, speech),
  'out-of-scale': (params, speech) => runner_fault_scale({ min: value(params, 'min'), max: value(params, 'max') }, speech),
  'too-many-decimals': (params, speech) => runner_fault_decimals({ decimals: value(params, 'decimals') }, speech),
  sum: (params, speech) => runner_fault_sum({ total: value(params, 'total'), is: value(params, 'is') }, speech),
  'too-long': (params, speech) => runner_fault_long({ most: value(params, 'most') }, speech),
  'not-an-email': (_, speech) => runner_fault_email({}, speech),
  'not-a-phone': (_, speech) => runner_fault_phone({}, speech),
  'not-a-url': (_, speech) => runner_fault_url({}, speech),
  'not-a-date': (_, speech) => runner_fault_not_a_date({}, speech),
  'too-early': (params, speech) => runner_fault_too_early({ from: value(params, 'from') }, speech),
  'too-late': (params, speech) => runner_fault_too_late({ until: value(params, 'until') }, speech),
};

export function faultWords({ speech }: View, { field, code, params }: RunnerFault): string {
  if (field === consentField) return runner_fault_consent({}, speech);
  return words[code]?.(params, speech) ?? runner_fault_other({}, speech);
}
