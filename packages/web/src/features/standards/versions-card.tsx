import type { Standard } from '@zhiheng/contract/standards/standards';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { FactTable } from '../../ui/fact-table.tsx';
import { spanWords, versionWords } from './standard-words.ts';
import styles from './standards.module.css';

/** Every version: who wrote it, who approved it, when it held, and why it was changed. */
export function VersionsCard({ standard }: { readonly standard: Standard }) {
  const format = useFormat();
  return (
    <Card title={m.standards_history()}>
      <div className={styles.versions}>
        {standard.versions.map((version) => (
          <details key={version.number} open={version.number === standard.number}>
            <summary>{m.standards_version_of({ n: version.number, state: versionWords(version, standard) })}</summary>
            <FactTable
              label={m.standards_version({ n: version.number })}
              rows={[
                [m.standards_holds(), spanWords(version)],
                [m.standards_written_by(), version.writers.length === 0 ? '—' : format.list(version.writers)],
                [m.standards_approved_by(), version.approvedBy ?? '—'],
                [m.standards_reason(), version.reason === '' ? '—' : version.reason],
              ]}
            />
          </details>
        ))}
      </div>
    </Card>
  );
}
