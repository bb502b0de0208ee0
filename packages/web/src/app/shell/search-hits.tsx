import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { hitKindWords } from './hit-target.ts';
import type { Hit } from './search.query.ts';
import styles from './search-box.module.css';

interface Props {
  readonly listId: string;
  readonly hits: readonly Hit[];
  readonly active: number;
  readonly onChoose: (hit: Hit) => void;
}

export function SearchHits({ listId, hits, active, onChoose }: Props) {
  const format = useFormat();
  return (
    <div className={styles.panel}>
      <ul id={listId} role="listbox" aria-label={m.shell_search()}>
        {hits.map((hit, index) => (
          // The field keeps the focus: choosing by mouse happens before it would be lost.
          <li
            key={`${hit.kind}-${hit.id}`}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === active}
            className={styles.hit}
            onMouseDown={(event) => {
              event.preventDefault();
              onChoose(hit);
            }}
          >
            <span className={styles.kind}>{hitKindWords[hit.kind]()}</span>
            <span className={styles.name}>{format.text(hit.name)}</span>
            <span className={styles.code}>{hit.code}</span>
          </li>
        ))}
      </ul>
      {hits.length === 0 ? <p className={styles.none}>{m.shell_search_none()}</p> : null}
    </div>
  );
}
