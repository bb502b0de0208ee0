import { useState } from 'react';
import { m } from '../../../paraglide/messages.js';
import { DoorButton } from '../../../ui/door/door-button.tsx';
import styles from '../portal.module.css';

/** Right after filing: the link is all that leads back here. */
export function KeepLink({ number }: { readonly number: string }) {
  const [copied, setCopied] = useState(false);
  const { origin, pathname } = globalThis.location;
  const url = origin + pathname;
  const copy = () => {
    // The clipboard is only open to pages under https or on this machine; elsewhere the address can be marked by hand.
    const written = navigator.clipboard?.writeText(url) ?? Promise.reject(new Error('no clipboard'));
    written.then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <section className={styles.keep} aria-labelledby="keep-link">
      <h2 id="keep-link">✓ {m.portal_filed({ number })}</h2>
      <p>{m.portal_filed_keep()}</p>
      <input
        className={styles.address}
        readOnly
        value={url}
        aria-labelledby="keep-link"
        onFocus={(event) => event.currentTarget.select()}
      />
      <DoorButton quiet onClick={copy}>
        {copied ? m.portal_copied() : m.portal_copy_link()}
      </DoorButton>
      <span role="status" className="visually-hidden">
        {copied ? m.portal_copied() : ''}
      </span>
    </section>
  );
}
