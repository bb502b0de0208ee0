import { Button } from 'antd';
import type { ReactNode } from 'react';
import styles from './selection-bar.module.css';

interface Props {
  readonly label: string;
  /** how many are selected */
  readonly words: string;
  readonly clear: { readonly label: string; readonly onClick: () => void };
  readonly children: ReactNode;
}

/** What can be done with the rows selected; stands at the foot of their list as long as some are. */
export function SelectionBar({ label, words, clear, children }: Props) {
  return (
    <div className={styles.bar} role="toolbar" aria-label={label}>
      <strong role="status">{words}</strong>
      {children}
      <Button size="small" type="text" className={styles.clear ?? ''} onClick={clear.onClick}>
        {clear.label}
      </Button>
    </div>
  );
}
