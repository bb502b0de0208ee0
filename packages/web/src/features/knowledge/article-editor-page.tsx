import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { createArticle, updateArticle, type Article } from '@zhiheng/contract/knowledge/knowledge';
import { Form } from 'antd';
import { call } from '../../lib/call.ts';
import { m } from '../../paraglide/messages.js';
import { showFieldProblems } from '../../ui/form-dialog.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { ForbiddenState } from '../../ui/states.tsx';
import { useMay } from '../identity/index.ts';
import { ArticleForm } from './article-form.tsx';
import { bodyOf, emptyArticle, valuesOf, type ArticleValues } from './article-values.ts';
import { articleQuery } from './knowledge.query.ts';

const route = getRouteApi('/app/knowledge/$id/edit');

export function NewArticlePage() {
  const may = useMay();
  if (!may('knowledge.write')) return <ForbiddenState />;
  return (
    <>
      <PageHeader
        title={m.knowledge_new()}
        line={m.knowledge_editor_line()}
        actions={<Link to="/app/knowledge">{m.knowledge_back()}</Link>}
      />
      <Editor article={undefined} />
    </>
  );
}

export function ArticleEditorPage() {
  const { id } = route.useParams();
  const may = useMay();
  const query = useQuery(articleQuery(id));
  if (!may('knowledge.write')) return <ForbiddenState />;
  return (
    <>
      <PageHeader
        title={m.knowledge_edit_title()}
        line={m.knowledge_editor_line()}
        actions={
          <Link to="/app/knowledge/$id" params={{ id }}>
            {m.knowledge_back_to_article()}
          </Link>
        }
      />
      <QueryView query={query}>{(article) => <Editor article={article} />}</QueryView>
    </>
  );
}

function Editor({ article }: { readonly article: Article | undefined }) {
  const navigate = useNavigate();
  const [form] = Form.useForm<ArticleValues>();
  const save = useMutation({
    mutationFn: (values: ArticleValues) => {
      const body = bodyOf(values);
      if (article === undefined) return call(createArticle, { body });
      return call(updateArticle, { params: { id: article.id }, body: { ...body, version: article.version } });
    },
    meta: { showsError: true, done: m.knowledge_saved() },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: ({ id }) => void navigate({ to: '/app/knowledge/$id', params: { id } }),
  });
  return (
    <ArticleForm
      form={form}
      initialValues={article === undefined ? emptyArticle : valuesOf(article)}
      pending={save.isPending}
      error={save.error}
      onSubmit={(values) => save.mutate(values)}
    />
  );
}
