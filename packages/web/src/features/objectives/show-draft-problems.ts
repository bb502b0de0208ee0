import type { FormInstance } from 'antd';
import { fieldProblems } from '../../lib/problem-words.ts';
import type { ObjectiveValues } from './objective-values.ts';

/** Fields of the form by the paths of a draft. */
const fields: Readonly<Record<string, keyof ObjectiveValues>> = {
  'draft.serviceId': 'serviceId',
  'draft.source.probeId': 'probeId',
  'draft.source.code': 'indicator',
  'draft.source.limit': 'limit',
  'draft.source.latencyMs': 'latencyMs',
  'draft.target': 'targetPercent',
  'draft.method.slice': 'slice',
  'draft.method.sliceTarget': 'slicePercent',
  'draft.calendarId': 'calendarId',
  'draft.since': 'since',
  'draft.alerts.minimumBad': 'minimumBad',
};

/** Puts the server's words beside the fields of the form; the form is flat, a draft is not. */
export function showDraftProblems(form: FormInstance<ObjectiveValues>, error: unknown): void {
  for (const [path, words] of fieldProblems(error)) {
    const name = fields[path];
    if (name !== undefined) form.setFields([{ name, errors: [words] }]);
    else if (path === 'code') form.setFields([{ name: 'code', errors: [words] }]);
  }
}
