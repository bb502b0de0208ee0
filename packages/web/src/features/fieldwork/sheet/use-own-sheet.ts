import { saveFieldSheet, submitFieldSheet, type FieldSheets } from '@zhiheng/contract/fieldwork/sheets';
import type { RawAnswers } from '@zhiheng/contract/surveys/runs';
import { endingOf, visible } from '@zhiheng/forms/answers';
import type { Form } from '@zhiheng/forms/definition';
import { useEffect, useState } from 'react';
import { call } from '../../../lib/call.ts';
import { DraftSaver, type SaveState } from '../../../lib/draft-saver.ts';
import { faultOfCall } from '../../../lib/fault-of-call.ts';
import type { Keeper, Transport } from '../../../runner/index.ts';

interface Options {
  readonly sessionId: string;
  readonly form: Form;
  readonly sheets: FieldSheets;
}

/** The own sheet while it is written: what the runner keeps goes to the server a moment later; submitting waits for nothing else. */
export function useOwnSheet({ sessionId, form, sheets }: Options) {
  const { own, given } = sheets;
  const [save, setSave] = useState<SaveState>({ kind: 'saved' });
  const [saver] = useState(() => new DraftSaver<RawAnswers>(own?.version ?? 0, senderFor(sessionId), setSave));
  const [keeper] = useState((): Keeper => keeperOf({ sessionId, form, sheets }, saver));
  const [transport] = useState((): Transport => ({
    submit: async ({ answers }) => {
      await saver.flush();
      await call(submitFieldSheet, { params: { id: sessionId }, body: { version: saver.version, answers } }).catch(faultOfCall);
      return { state: 'complete', ending: endingOf(form, answers, given)?.key ?? null };
    },
  }));
  useEffect(() => () => void saver.flush(), [saver]);
  return { save, keeper, transport, retry: () => void saver.flush() };
}

const senderFor = (id: string) => (answers: RawAnswers, version: number) =>
  call(saveFieldSheet, { params: { id }, body: { version, answers } });

/** The draft at the server takes the place of a copy on the device; what is hidden by now is not sent. */
function keeperOf({ sessionId, form, sheets: { own, given } }: Options, saver: DraftSaver<RawAnswers>): Keeper {
  const nothing = { page: null, language: form.languages[0] ?? 'zh', consent: false, uploads: [], seconds: 0 };
  const resume = sessionId.replaceAll('-', '');
  return {
    read: () => (own === null ? null : { ...nothing, resume, versionId: sessionId, answers: own.answers }),
    write: ({ answers }) => {
      const shown = visible(form, answers, given).answers;
      saver.want(
        Object.fromEntries(Object.entries(shown).map(([field, answer]) => [field, typeof answer === 'object' ? [...answer] : answer])),
      );
    },
    clear: () => undefined,
  };
}
