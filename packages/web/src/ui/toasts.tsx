import { useEffect } from 'react';
import { dismissToast, useToasts, type Toast } from '../lib/toast.ts';
import { m } from '../paraglide/messages.js';
import styles from './toasts.module.css';

/** Stands at the foot of the page; read out politely, never in the way of the keyboard. */
export function Toasts() {
  const toasts = useToasts();
  return (
    <div role="status" aria-live="polite" className={styles.region}>
      {toasts.map((toast) => (
        <ToastLine key={toast.id} toast={toast} />
      ))}
    </div>
  );
}

function ToastLine({ toast }: { readonly toast: Toast }) {
  const { id, undo } = toast;
  useEffect(() => {
    const timer = setTimeout(() => dismissToast(id), undo === undefined ? 6_000 : 12_000);
    return () => clearTimeout(timer);
  }, [id, undo]);
  const takeBack = () => {
    dismissToast(id);
    undo?.run();
  };
  return (
    <div className={`${styles.toast} ${styles[toast.tone]}`}>
      <span aria-hidden="true">{toast.tone === 'good' ? '✓' : '■'}</span>
      <span className={styles.words}>{toast.words}</span>
      {undo === undefined ? null : (
        <button type="button" className={styles.undo} onClick={takeBack}>
          {undo.label}
        </button>
      )}
      <button type="button" className={styles.close} aria-label={m.shell_dismiss()} onClick={() => dismissToast(id)}>
        ×
      </button>
    </div>
  );
}
