import { SearchOutlined } from '@ant-design/icons';
import { useId, useRef } from 'react';
import { m } from '../../paraglide/messages.js';
import { SearchHits } from './search-hits.tsx';
import { useSearch } from './use-search.ts';
import { useSlashKey } from './use-slash-key.ts';
import styles from './search-box.module.css';

/** Finds cases, customers and whatever else has a name from anywhere; `/` jumps into it. */
export function SearchBox({ onChoose = () => undefined }: { readonly onChoose?: () => void }) {
  const field = useRef<HTMLInputElement>(null);
  const listId = useId();
  const { text, write, hits, active, shown, go, setOpen, onKeyDown } = useSearch(onChoose);
  useSlashKey(field);
  return (
    <div className={styles.box} role="search">
      <SearchOutlined className={styles.icon} />
      <input
        ref={field}
        type="search"
        role="combobox"
        className={styles.field}
        placeholder={m.shell_search_placeholder()}
        aria-label={m.shell_search()}
        aria-keyshortcuts="/"
        aria-autocomplete="list"
        aria-expanded={shown}
        aria-controls={shown ? listId : undefined}
        aria-activedescendant={shown && hits.length > 0 ? `${listId}-${active}` : undefined}
        value={text}
        onChange={(event) => write(event.target.value)}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      <kbd className={styles.key} aria-hidden="true">
        /
      </kbd>
      {shown ? <SearchHits listId={listId} hits={hits} active={active} onChoose={go} /> : null}
    </div>
  );
}
