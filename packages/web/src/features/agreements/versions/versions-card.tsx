import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { FactTable } from '../../../ui/fact-table.tsx';
import type { AgreementWithVersions } from '../agreements.query.ts';
import { changesBetween, factsOf } from '../definition-facts.ts';
import { useChoices } from '../use-names.ts';
import { ChangesTable } from './changes-table.tsx';
import styles from './versions.module.css';

/** Every published version, the newest first, each with what it changed. */
export function VersionsCard({ agreement }: { readonly agreement: AgreementWithVersions }) {
  const versions = [...agreement.versions].sort((a, b) => b.version - a.version);
  if (versions.length === 0) return null;
  return (
    <>
      {versions.map((version, index) => (
        <Version key={version.version} version={version} before={versions[index + 1]} />
      ))}
    </>
  );
}

type One = AgreementWithVersions['versions'][number];

function Version({ version: one, before }: { readonly version: One; readonly before: One | undefined }) {
  const format = useFormat();
  const choices = useChoices();
  const facts = factsOf(one.definition, { format, choices });
  const title = m.agreements_version_n({ version: format.number(one.version) });
  const aside = [
    m.agreements_in_force_from({ at: format.dateTime(one.effectiveFrom) }),
    m.agreements_published_at({ at: format.dateTime(one.publishedAt) }),
    one.publishedBy,
  ];
  const rows = facts.map(({ label, value }): [string, string] => [label, value]);
  return (
    <Card title={title} aside={aside.filter((part) => part !== null).join(' · ')}>
      <div className={styles.version}>
        {before === undefined ? null : (
          <ChangesTable
            changes={changesBetween(factsOf(before.definition, { format, choices }), facts)}
            before={m.agreements_version_n({ version: format.number(before.version) })}
            after={title}
          />
        )}
        <details className={styles.whole}>
          <summary>{m.agreements_whole_version()}</summary>
          <div className={styles.facts}>
            <FactTable label={title} rows={rows} />
          </div>
        </details>
      </div>
    </Card>
  );
}
