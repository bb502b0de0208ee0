import { useMutation, useQuery } from '@tanstack/react-query';
import { deleteWebhook, rotateWebhookSecret, type Webhook } from '@zhiheng/contract/open-data/webhooks';
import { Button } from 'antd';
import { useState } from 'react';
import { call } from '../../lib/call.ts';
import { m } from '../../paraglide/messages.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { FilterBar } from '../../ui/filter-bar.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { webhooksQuery } from './open-data.query.ts';
import { SecretDialog } from './secret-dialog.tsx';
import { WebhookDialog } from './webhook-dialog.tsx';
import { WebhooksTable } from './webhooks-table.tsx';

/** Programs that are told what happens. */
export function WebhooksTab() {
  const query = useQuery(webhooksQuery);
  const [edited, setEdited] = useState<Webhook | 'new' | null>(null);
  const [doomed, setDoomed] = useState<Webhook | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const rotate = useMutation({
    mutationFn: ({ id }: Webhook) => call(rotateWebhookSecret, { params: { id }, body: {} }),
    onSuccess: (made) => setSecret(made.secret),
  });
  const remove = useMutation({
    mutationFn: (id: string) => call(deleteWebhook, { params: { id } }),
    meta: { done: m.open_data_removed() },
    onSettled: () => setDoomed(null),
  });
  const add = (
    <Button type="primary" onClick={() => setEdited('new')}>
      {m.open_data_hook_add()}
    </Button>
  );
  return (
    <>
      <QueryView
        query={query}
        isEmpty={({ items }) => items.length === 0}
        empty={{ title: m.open_data_hooks_none(), words: m.open_data_hooks_none_words(), action: add }}
      >
        {({ items }) => (
          <>
            <FilterBar>{add}</FilterBar>
            <WebhooksTable webhooks={items} onEdit={setEdited} onRotate={(webhook) => rotate.mutate(webhook)} onRemove={setDoomed} />
          </>
        )}
      </QueryView>
      {edited === null ? null : (
        <WebhookDialog webhook={edited === 'new' ? null : edited} onClose={() => setEdited(null)} onSecret={setSecret} />
      )}
      <SecretDialog secret={secret} onClose={() => setSecret(null)} />
      <ConfirmDialog
        title={m.open_data_remove_title()}
        open={doomed !== null}
        onClose={() => setDoomed(null)}
        onConfirm={() => doomed !== null && remove.mutate(doomed.id)}
        confirmLabel={m.open_data_remove()}
        pending={remove.isPending}
      >
        {doomed === null ? null : m.open_data_remove_words({ name: doomed.name })}
      </ConfirmDialog>
    </>
  );
}
