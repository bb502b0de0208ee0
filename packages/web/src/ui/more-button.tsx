import { Button } from 'antd';
import { m } from '../paraglide/messages.js';

interface Props {
  readonly query: { readonly hasNextPage: boolean; readonly isFetchingNextPage: boolean; readonly fetchNextPage: () => Promise<unknown> };
}

/** The next page of a list, below it. */
export function MoreButton({ query }: Props) {
  if (!query.hasNextPage) return null;
  return (
    <p style={{ marginTop: 12, textAlign: 'center' }}>
      <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
        {m.shell_more()}
      </Button>
    </p>
  );
}
