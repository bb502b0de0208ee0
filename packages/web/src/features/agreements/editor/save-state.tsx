import { m } from '../../../paraglide/messages.js';
import type { SaveState } from './use-draft.ts';
import styles from './editor.module.css';

const words: Readonly<Record<SaveState, () => string>> = {
  saved: m.agreements_save_saved,
  unsaved: m.agreements_save_unsaved,
  saving: m.agreements_save_saving,
  failed: m.agreements_save_failed,
  overtaken: m.agreements_save_overtaken,
};

/** Whether what stands here is kept, read out when it changes for the worse. */
export function SaveStateWords({ state, onRetry }: { readonly state: SaveState; readonly onRetry: () => void }) {
  return (
    <span className={styles.saveState} role="status">
      {words[state]()}
      {state === 'failed' ? (
        <button type="button" className={styles.retry} onClick={onRetry}>
          {m.agreements_save_again()}
        </button>
      ) : null}
    </span>
  );
}
