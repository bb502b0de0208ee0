import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ServiceCase } from '@zhiheng/contract/cases/case';
import { unlinkCases } from '@zhiheng/contract/cases/cases';
import { Button } from 'antd';
import { useState } from 'react';
import { call } from '../../../lib/call.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { useMay } from '../../identity/index.ts';
import { CaseStatusBadge } from '../words/case-status-badge.tsx';
import { linkWords } from '../words/case-words.ts';
import { LinkDialog } from './link-dialog.tsx';
import styles from './links-card.module.css';

/** Cases that belong to this one. */
export function LinksCard({ shown }: { readonly shown: ServiceCase }) {
  const mayWrite = useMay()('cases.write');
  const [adding, setAdding] = useState(false);
  const unlink = useMutation({
    mutationFn: (otherId: string) => call(unlinkCases, { params: { id: shown.id, otherId } }),
    meta: { done: m.cases_link_removed() },
  });
  const add = mayWrite ? (
    <Button size="small" onClick={() => setAdding(true)}>
      {m.cases_link_add()}
    </Button>
  ) : undefined;
  return (
    <Card title={m.cases_links()} actions={add}>
      {shown.links.length === 0 ? <p className={styles.quiet}>{m.cases_links_none()}</p> : null}
      <ul>
        {shown.links.map((link) => (
          <li key={`${link.kind}-${link.id}`} className={styles.link}>
            <span className={styles.words}>
              <Link to="/app/cases/$id" params={{ id: link.number }}>
                {link.subject}
              </Link>
              <span className={styles.quiet}>
                {linkWords[link.kind]()} · {link.number}
              </span>
            </span>
            <CaseStatusBadge status={link.status} />
            {mayWrite ? (
              <Button
                type="text"
                size="small"
                aria-label={m.cases_link_remove({ number: link.number })}
                onClick={() => unlink.mutate(link.id)}
              >
                ×
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <LinkDialog shown={shown} open={adding} onClose={() => setAdding(false)} />
    </Card>
  );
}
