import { useId, type ReactNode } from 'react';
import styles from './popover-menu.module.css';

interface Props {
  readonly label: string;
  readonly face: ReactNode;
  readonly children: ReactNode;
  readonly onToggle?: (open: boolean) => void;
}

/** A button and what it opens: the browser's own popover closes it by Escape, by a click outside and by the choice itself. */
export function PopoverMenu({ label, face, children, onToggle }: Props) {
  const menuId = useId();
  const close = () => document.getElementById(menuId)?.hidePopover();
  return (
    <span className={styles.anchor}>
      <button type="button" popoverTarget={menuId} className={styles.button} aria-label={label} title={label}>
        {face}
      </button>
      <div
        id={menuId}
        popover="auto"
        className={styles.menu}
        role="group"
        aria-label={label}
        onClick={close}
        onToggle={(event) => onToggle?.(event.newState === 'open')}
      >
        {children}
      </div>
    </span>
  );
}

interface ItemProps {
  readonly chosen?: boolean;
  readonly onChoose: () => void;
  readonly children: ReactNode;
}

export function MenuItem({ chosen, onChoose, children }: ItemProps) {
  return (
    <button type="button" className={styles.item} aria-pressed={chosen} onClick={onChoose}>
      <span className={styles.tick} aria-hidden="true">
        {chosen === true ? '✓' : ''}
      </span>
      {children}
    </button>
  );
}
