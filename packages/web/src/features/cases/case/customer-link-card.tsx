import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ServiceCase } from '@zhiheng/contract/cases/case';
import { makeCaseLink, revokeCaseLink } from '@zhiheng/contract/cases/portal';
import { Button } from 'antd';
import { useState } from 'react';
import { call } from '../../../lib/call.ts';
import { showToast } from '../../../lib/toast.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { QrCode } from '../../../ui/qr-code.tsx';
import { RowActions } from '../../../ui/row-actions.tsx';
import { useMay } from '../../identity/index.ts';
import styles from './customer-link-card.module.css';

/** The private page of the customer: made when somebody wants to give it, renewed or taken back when it went astray. */
export function CustomerLinkCard({ shown }: { readonly shown: ServiceCase }) {
  const may = useMay();
  return may('cases.write') && shown.status !== 'merged' ? <LinkCard shown={shown} /> : null;
}

function LinkCard({ shown }: { readonly shown: ServiceCase }) {
  const { id, portalUrl } = shown;
  const [code, setCode] = useState(false);
  const client = useQueryClient();
  const changed = () => client.invalidateQueries({ queryKey: ['cases', 'one'] });
  const make = useMutation({
    mutationFn: (renew: boolean) => call(makeCaseLink, { params: { id }, body: { renew } }),
    meta: { done: m.portal_link_made() },
    onSuccess: changed,
  });
  const revoke = useMutation({
    mutationFn: () => call(revokeCaseLink, { params: { id } }),
    meta: { done: m.portal_link_revoked() },
    onSuccess: changed,
  });
  return (
    <Card title={m.portal_link()}>
      {portalUrl === null ? (
        <>
          <p className={styles.quiet}>{m.portal_link_none()}</p>
          <Button size="small" loading={make.isPending} onClick={() => make.mutate(false)}>
            {m.portal_link_make()}
          </Button>
        </>
      ) : (
        <>
          <p className={styles.url}>
            <a href={portalUrl} target="_blank" rel="noreferrer">
              {portalUrl}
            </a>
          </p>
          <div className={styles.actions}>
            <CopyButton value={portalUrl} />
            <Button size="small" aria-expanded={code} onClick={() => setCode(!code)}>
              {m.portal_link_qr()}
            </Button>
            <RowActions
              actions={[
                { label: m.portal_link_renew(), of: shown.number, pending: make.isPending, onClick: () => make.mutate(true) },
                {
                  label: m.portal_link_revoke(),
                  of: shown.number,
                  danger: true,
                  pending: revoke.isPending,
                  onClick: () => revoke.mutate(),
                },
              ]}
            />
          </div>
          {code ? <QrCode value={portalUrl} title={m.portal_link_qr_title({ number: shown.number })} /> : null}
        </>
      )}
    </Card>
  );
}

function CopyButton({ value }: { readonly value: string }) {
  const [copied, setCopied] = useState(false);
  const copy = () => {
    // Browsers let pages write the clipboard only under https or on this machine.
    const written = navigator.clipboard?.writeText(value) ?? Promise.reject(new Error('no clipboard'));
    written.then(
      () => setCopied(true),
      () => showToast({ tone: 'bad', words: m.portal_link_copy_by_hand() }),
    );
  };
  return (
    <Button size="small" onClick={copy}>
      {copied ? m.portal_copied() : m.portal_copy_link()}
    </Button>
  );
}
