import { lazy, Suspense, useRef } from 'react';
import { saveFile } from '../lib/save-file.ts';
import { m } from '../paraglide/messages.js';
import { printSheet } from './print-sheet.ts';
import styles from './qr-code.module.css';

const QrPicture = lazy(() => import('./qr-picture.tsx').then((module) => ({ default: module.QrPicture })));

interface Props {
  /** the address that the code leads to */
  readonly value: string;
  /** what it leads to: the words above it on paper, and the name of the file */
  readonly title: string;
}

/** An address as a picture for telephones, to be saved or printed. */
export function QrCode({ value, title }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const save = () => pictureIn(frame.current)?.toBlob((file) => (file === null ? undefined : saveFile(`${title}.png`, file)));
  const print = () => {
    const picture = pictureIn(frame.current);
    if (picture !== null) printSheet({ title, picture, words: value });
  };
  return (
    <div className={styles.code}>
      <div ref={frame} className={styles.frame}>
        <Suspense>
          <QrPicture value={value} label={m.shell_qr({ title })} />
        </Suspense>
      </div>
      <div className={styles.actions}>
        <button type="button" onClick={save}>
          {m.shell_qr_save()}
        </button>
        <button type="button" onClick={print}>
          {m.shell_qr_print()}
        </button>
      </div>
    </div>
  );
}

/** Null until antd has drawn it. */
const pictureIn = (frame: HTMLElement | null): HTMLCanvasElement | null => frame?.querySelector('canvas') ?? null;
