import { useMutation } from '@tanstack/react-query';
import { updateFieldQuote, type FieldQuote } from '@zhiheng/contract/fieldwork/codes';
import { Button } from 'antd';
import { call } from '../../../lib/call.ts';
import { m } from '../../../paraglide/messages.js';
import { useMay } from '../../identity/index.ts';
import type { Selected } from './notes-editor.tsx';
import styles from './notes.module.css';

interface Props {
  readonly quote: FieldQuote;
  readonly selected: Selected | null;
  readonly settle: () => Promise<number>;
}

/** Puts a quote that was lost where the notes are selected now. */
export function RelocateButton({ quote: { id, version }, selected, settle }: Props) {
  const mayWrite = useMay()('fieldwork.write');
  const relocate = useMutation({
    mutationFn: async ({ start, end }: Selected) => {
      const notesVersion = await settle();
      return call(updateFieldQuote, { params: { id }, body: { version, notesVersion, start, end } });
    },
    meta: { done: m.fieldwork_quote_saved() },
  });
  if (!mayWrite) return null;
  const isEmpty = selected === null || selected.end === selected.start;
  return (
    <p className={styles.lost}>
      {m.fieldwork_quote_lost_text()}{' '}
      <Button
        size="small"
        disabled={isEmpty}
        loading={relocate.isPending}
        onClick={() => (selected === null ? undefined : relocate.mutate(selected))}
      >
        {m.fieldwork_quote_relocate()}
      </Button>
    </p>
  );
}
