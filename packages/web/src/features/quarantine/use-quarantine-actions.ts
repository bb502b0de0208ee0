import { useMutation } from '@tanstack/react-query';
import type { CallInput } from '@zhiheng/contract/endpoint';
import { dismissQuarantine, retryQuarantine } from '@zhiheng/contract/measurement/observations';
import { call } from '../../lib/call.ts';
import { useFormat } from '../../lib/format/use-format.ts';
import { showToast } from '../../lib/toast.ts';
import { m } from '../../paraglide/messages.js';

export type QuarantineChoice = NonNullable<CallInput<typeof retryQuarantine>['body']>;

/** Tries rows again, or dismisses them, and says what came of it. */
export function useQuarantineActions(choice: QuarantineChoice, onDone: () => void = () => undefined) {
  const format = useFormat();
  const retry = useMutation({
    mutationFn: () => call(retryQuarantine, { body: choice }),
    onSuccess: ({ released, still }) => {
      const words = m.imports_quarantine_retried({ released: format.number(released), still: format.number(still) });
      showToast({ tone: released === 0 && still > 0 ? 'bad' : 'good', words });
      onDone();
    },
  });
  const dismiss = useMutation({
    mutationFn: () => call(dismissQuarantine, { body: choice }),
    onSuccess: ({ dismissed }) => {
      showToast({ tone: 'good', words: m.imports_quarantine_dismissed({ n: format.number(dismissed) }) });
      onDone();
    },
  });
  return { retry, dismiss };
}
