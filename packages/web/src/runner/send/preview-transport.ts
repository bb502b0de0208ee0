import { endingOf, visible } from '@zhiheng/forms/answers';
import type { Form } from '@zhiheng/forms/definition';
import type { Transport } from './transport.ts';

/** Answers go nowhere; the ending is the one that they would come to. */
export function previewTransport(form: Form, given: Readonly<Record<string, string>>): Transport {
  let files = 0;
  return {
    submit: ({ answers }) => {
      const screened = visible(form, answers, given).screenedOut !== null;
      return Promise.resolve({ state: screened ? 'screened-out' : 'complete', ending: endingOf(form, answers, given)?.key ?? null });
    },
    upload: ({ file }) => Promise.resolve({ id: `preview-${(files += 1)}`, name: file.name, size: file.size }),
  };
}
