import { Dropdown } from 'antd';
import { m } from '../../../paraglide/messages.js';
import { useBuilder } from './builder-context.ts';
import styles from './fields.module.css';
import { referencesBefore } from './references.ts';

interface Props {
  readonly of: string;
  readonly onInsert: (placeholder: string) => void;
}

/** Puts an earlier answer, or what the link brings, into a text. */
export function PipeMenu({ of, onInsert }: Props) {
  const { form, part, language } = useBuilder();
  const references = referencesBefore(form, part, language).filter(({ kind }) => kind !== 'files');
  if (references.length === 0) return null;
  const items = references.map(({ key, label }) => ({ key, label, onClick: () => onInsert(`{{${key}|…}}`) }));
  return (
    <Dropdown trigger={['click']} menu={{ items, style: { maxHeight: 320, overflowY: 'auto' } }}>
      <button type="button" className={styles.pipe} aria-label={m.surveys_pipe_into({ name: of })}>
        {m.surveys_pipe()}
      </button>
    </Dropdown>
  );
}
