import { ProblemError } from '@zhiheng/contract/call';
import { problemEntryWords } from '../../../lib/problem-words.ts';
import { ZipError } from '../../../lib/unzip-texts.ts';
import { m } from '../../../paraglide/messages.js';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import styles from './packs.module.css';

/** Every mistake of a refused pack with its file and line: nothing was loaded. */
export function PackMistakes({ error }: { readonly error: unknown }) {
  if (error instanceof ZipError) return <p role="alert">{m.admin_pack_no_zip()}</p>;
  const mistakes = error instanceof ProblemError && error.problem.code === 'pack_invalid' ? error.problem.errors : [];
  if (mistakes.length === 0) return <ProblemAlert error={error} />;
  return (
    <div role="alert">
      <p>{m.admin_pack_refused({ count: mistakes.length })}</p>
      <ol className={styles.mistakes}>
        {mistakes.map((mistake, index) => (
          <li key={index}>
            <code>
              {mistake.path} {mistake.params['field'] ?? ''}
            </code>
            <span>{problemEntryWords(mistake)}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
