import { caseType, priority } from '@zhiheng/contract/cases/case';
import { importedStatus, type CaseFilePreview } from '@zhiheng/contract/cases/case-imports';
import { Select } from 'antd';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { priorityWords, statusWords, typeWords } from '../cases/index.ts';
import styles from './case-imports.module.css';
import type { MappingPart } from './columns-card.tsx';

/** What the words of the file mean here. */
export function WordsCard({ preview, mapping, onChange }: MappingPart) {
  const { statuses, priorities, types } = preview;
  if (statuses.length + priorities.length + types.length === 0) return null;
  return (
    <Card title={m.case_imports_words()} aside={m.case_imports_words_note()}>
      <div className={styles.wordLists}>
        <WordList
          title={m.case_imports_words_status()}
          found={statuses}
          chosen={mapping.statuses}
          options={importedStatus.options.map((value) => ({ value, label: statusWords[value]() }))}
          placeholder={m.case_imports_word_choose()}
          onChange={(chosen) => onChange({ ...mapping, statuses: chosen })}
        />
        <WordList
          title={m.case_imports_words_priority()}
          found={priorities}
          chosen={mapping.priorities}
          options={priority.options.map((value) => ({ value, label: priorityWords[value]() }))}
          placeholder={m.case_imports_priority_default()}
          onChange={(chosen) => onChange({ ...mapping, priorities: chosen })}
        />
        <WordList
          title={m.case_imports_words_type()}
          found={types}
          chosen={mapping.types}
          options={caseType.options.map((value) => ({ value, label: typeWords[value]() }))}
          placeholder={m.case_imports_type_default()}
          onChange={(chosen) => onChange({ ...mapping, types: chosen })}
        />
      </div>
    </Card>
  );
}

interface WordListProps<V extends string> {
  readonly title: string;
  readonly found: CaseFilePreview['statuses'];
  readonly chosen: Readonly<Record<string, V>>;
  readonly options: { value: V; label: string }[];
  readonly placeholder: string;
  readonly onChange: (chosen: Record<string, V>) => void;
}

function WordList<V extends string>({ title, found, chosen, options, placeholder, onChange }: WordListProps<V>) {
  const format = useFormat();
  if (found.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3 className={styles.wordTitle}>{title}</h3>
      {found.map(({ word, n }) => (
        <div key={word} className={styles.word}>
          <span className={styles.wordText} title={word}>
            {word} <span className={styles.quiet}>({format.number(n)})</span>
          </span>
          <Select<V>
            aria-label={`${title}: ${word}`}
            value={chosen[word] ?? null}
            options={options}
            placeholder={placeholder}
            status={chosen[word] === undefined ? 'warning' : ''}
            popupMatchSelectWidth={false}
            onChange={(value) => onChange({ ...chosen, [word]: value })}
          />
        </div>
      ))}
    </section>
  );
}
