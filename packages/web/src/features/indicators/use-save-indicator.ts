import { useMutation, useQueryClient } from '@tanstack/react-query';
import { createIndicator, updateIndicator, type Indicator } from '@zhiheng/contract/measurement/indicators';
import { call } from '../../lib/call.ts';
import { statusOf } from '../../lib/problem-words.ts';
import { m } from '../../paraglide/messages.js';
import { createdOf, editableOf, type IndicatorValues } from './indicator-form.values.ts';

/** Saves the form: a new indicator, or the changes to the version that was read. */
export function useSaveIndicator(indicator: Indicator | null, onSaved: (saved: Indicator) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (values: IndicatorValues) =>
      indicator === null
        ? call(createIndicator, { body: createdOf(values) })
        : call(updateIndicator, { params: { code: indicator.code }, body: { ...editableOf(values), version: indicator.version } }),
    meta: { showsError: true, done: indicator === null ? m.library_created() : m.library_saved() },
    onSuccess: onSaved,
    // Somebody saved first: fetch what is there now.
    onError: (error) => (statusOf(error) === 409 ? client.invalidateQueries({ queryKey: ['indicators'] }) : undefined),
  });
}
