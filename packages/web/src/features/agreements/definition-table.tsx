import type { AgreementDefinition } from '@zhiheng/contract/agreements/policy';
import { useFormat } from '../../lib/format/use-format.ts';
import { FactTable } from '../../ui/fact-table.tsx';
import { factsOf } from './definition-facts.ts';
import { useChoices } from './use-names.ts';
import styles from './versions/versions.module.css';

/** All that a definition says, in words. */
export function DefinitionTable({ label, definition }: { readonly label: string; readonly definition: AgreementDefinition }) {
  const format = useFormat();
  const choices = useChoices();
  return (
    <div className={styles.facts}>
      <FactTable label={label} rows={factsOf(definition, { format, choices }).map(({ label: word, value }) => [word, value])} />
    </div>
  );
}
