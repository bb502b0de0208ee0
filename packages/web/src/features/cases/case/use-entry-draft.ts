import type { ServiceCase } from '@zhiheng/contract/cases/case';
import { useState } from 'react';

/** What is being written, and the case as it was when one began: what came meanwhile is shown before it is sent. */
export function useEntryDraft(shown: ServiceCase) {
  const [text, setText] = useState('');
  const [base, setBase] = useState(shown);
  return {
    text,
    base,
    write: (next: string) => {
      if (text === '') setBase(shown);
      setText(next);
    },
    clear: () => setText(''),
  };
}
export type EntryDraft = ReturnType<typeof useEntryDraft>;
