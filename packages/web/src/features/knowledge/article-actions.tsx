import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { restoreFromTrash } from '@zhiheng/contract/insight/board';
import { deleteArticle, publishArticle, retireArticle, type Article } from '@zhiheng/contract/knowledge/knowledge';
import { Button } from 'antd';
import { call } from '../../lib/call.ts';
import { useFormat } from '../../lib/format/use-format.ts';
import { useDeletion } from '../../lib/use-deletion.ts';
import { m } from '../../paraglide/messages.js';
import { titleOf } from './article-words.tsx';
import buttons from '../../ui/link-button.module.css';

/** What an author can do with an article. */
export function ArticleActions({ article }: { readonly article: Article }) {
  const format = useFormat();
  const navigate = useNavigate();
  const { id, version, state } = article;
  const step = state === 'published' ? retireArticle : publishArticle;
  const move = useMutation({
    mutationFn: () => call(step, { params: { id }, body: { version } }),
    meta: { done: state === 'published' ? m.knowledge_retired_now() : m.knowledge_published_now() },
  });
  const deletion = useDeletion({
    name: titleOf(article.title, format.locale),
    remove: () => call(deleteArticle, { params: { id } }).then(() => navigate({ to: '/app/knowledge' })),
    restore: () => call(restoreFromTrash, { params: { kind: 'article', id } }),
  });
  return (
    <>
      <Button danger type="text" loading={deletion.isPending} onClick={() => deletion.mutate()}>
        {m.knowledge_to_trash()}
      </Button>
      <Link to="/app/knowledge/$id/edit" params={{ id }} className={buttons.plain}>
        {m.knowledge_edit()}
      </Link>
      <Button type={state === 'published' ? 'default' : 'primary'} loading={move.isPending} onClick={() => move.mutate()}>
        {state === 'published' ? m.knowledge_retire() : m.knowledge_publish()}
      </Button>
    </>
  );
}
