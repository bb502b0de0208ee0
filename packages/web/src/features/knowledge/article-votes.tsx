import { DislikeOutlined, LikeOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { voteArticle, type Article } from '@zhiheng/contract/knowledge/knowledge';
import { call } from '../../lib/call.ts';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import styles from './article-votes.module.css';

/** Whether an article was of use: one vote a person, pressed again it is taken back. */
export function ArticleVotes({ article }: { readonly article: Article }) {
  const format = useFormat();
  const vote = useMutation({
    mutationFn: (useful: boolean | null) => call(voteArticle, { params: { id: article.id }, body: { useful } }),
  });
  const { myVote, useful, notUseful } = article;
  const press = (wanted: boolean) => vote.mutate(myVote === wanted ? null : wanted);
  return (
    <div className={styles.votes} role="group" aria-label={m.knowledge_vote_question()}>
      <span className={styles.question}>{m.knowledge_vote_question()}</span>
      <button type="button" aria-pressed={myVote === true} disabled={vote.isPending} onClick={() => press(true)}>
        <LikeOutlined aria-hidden="true" /> {m.knowledge_vote_yes()}
      </button>
      <button type="button" aria-pressed={myVote === false} disabled={vote.isPending} onClick={() => press(false)}>
        <DislikeOutlined aria-hidden="true" /> {m.knowledge_vote_no()}
      </button>
      <span className={styles.count} aria-live="polite">
        {useful + notUseful === 0
          ? m.knowledge_votes_none()
          : m.knowledge_votes({ yes: format.number(useful), all: format.number(useful + notUseful) })}
      </span>
    </div>
  );
}
