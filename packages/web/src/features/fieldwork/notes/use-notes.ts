import { getFieldNotes, saveFieldNotes, type FieldNotes } from '@zhiheng/contract/fieldwork/sessions';
import { useEffect, useState } from 'react';
import { call } from '../../../lib/call.ts';
import { DraftSaver, type SaveState } from '../../../lib/draft-saver.ts';
import { queryClient } from '../../../lib/query-client.ts';
import { showToast } from '../../../lib/toast.ts';
import { m } from '../../../paraglide/messages.js';
import { notesQuery } from '../fieldwork.query.ts';

export interface NotesDraft {
  readonly text: string;
  readonly save: SaveState;
  readonly write: (text: string) => void;
  /** sends what waits and tells the version that is stored then */
  readonly settle: () => Promise<number>;
  readonly keepMine: () => Promise<void>;
  readonly takeTheirs: () => Promise<void>;
}

/** The notes of a session, sent a moment after they were changed. */
export function useNotes(sessionId: string, notes: FieldNotes): NotesDraft {
  const [text, setText] = useState(notes.text);
  const [save, setSave] = useState<SaveState>({ kind: 'saved' });
  const [saver] = useState(() => new DraftSaver(notes.version, senderFor(sessionId), setSave));
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (!saver.isIdle) event.preventDefault();
    };
    globalThis.addEventListener('beforeunload', warn);
    return () => {
      globalThis.removeEventListener('beforeunload', warn);
      void saver.flush();
    };
  }, [saver]);
  const read = () => call(getFieldNotes, { params: { id: sessionId } });
  return {
    text,
    save,
    write: (next) => {
      setText(next);
      saver.want(next);
    },
    settle: () => settled(saver),
    keepMine: async () => saver.goOnFrom((await read()).version),
    takeTheirs: async () => {
      const theirs = await read();
      saver.goOnFrom(theirs.version);
      setText(theirs.text);
      saver.want(theirs.text);
    },
  };
}

/** Another save may be under way: a moment later it is over. What cannot be saved is told by whoever needs the version. */
async function settled(saver: DraftSaver<string>): Promise<number> {
  for (let turn = 0; turn < 30; turn += 1) {
    await saver.flush();
    if (saver.isIdle) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return saver.version;
}

const senderFor = (id: string) => async (text: string, version: number) => {
  const saved = await call(saveFieldNotes, { params: { id }, body: { version, text } });
  queryClient.setQueryData(notesQuery(id).queryKey, saved);
  if (saved.lost > 0) showToast({ tone: 'bad', words: m.fieldwork_quotes_lost_now({ n: String(saved.lost) }) });
  void queryClient.invalidateQueries({ queryKey: ['fieldwork', 'session-quotes', id] });
  return saved;
};
