import type { Widget, WidgetData } from '@zhiheng/contract/insight/shared-boards';
import type { ReactNode } from 'react';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { FigureWidget } from './figure-widget.tsx';
import { AttentionList, CountedList, RankingList } from './list-widgets.tsx';
import { widgetWords } from './widget-words.ts';
import styles from './widgets.module.css';

interface Props {
  readonly widget: Widget;
  readonly data: WidgetData | undefined;
}

/** One widget with what it shows. It stands in the application and at the door alike. */
export function WidgetView({ widget, data }: Props) {
  if (widget.kind === 'text') return <TextWidget text={widget.text} />;
  const title = widgetWords[widget.kind]();
  if (data === undefined || data.kind === 'nothing') return <Titled title={title}>{m.boards_nothing()}</Titled>;
  return <DataView kind={widget.kind} title={title} data={data} />;
}

interface DataProps {
  readonly kind: Widget['kind'];
  readonly title: string;
  readonly data: Exclude<WidgetData, { kind: 'nothing' }>;
}

function DataView({ kind, title, data }: DataProps) {
  switch (data.kind) {
    case 'figure':
      return <FigureWidget large={kind === 'trend'} {...data} />;
    case 'ranking':
      return data.ranking === null ? <Titled title={title}>{m.boards_nothing()}</Titled> : <RankingList {...data} ranking={data.ranking} />;
    case 'attention':
      return (
        <Card title={title}>
          <AttentionList items={data.attention} />
        </Card>
      );
    case 'findings':
      return (
        <Card title={title}>
          <CountedList counts={data.states} latest={data.latest} />
        </Card>
      );
    case 'projects':
      return (
        <Card title={title} {...(data.overdue > 0 && { aside: m.boards_overdue({ n: data.overdue }) })}>
          <CountedList counts={[...data.states, ...data.outcomes]} latest={data.latest} />
        </Card>
      );
    default:
      return data satisfies never;
  }
}

const Titled = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <Card title={title}>
    <p className={styles.nothing}>{children}</p>
  </Card>
);

function TextWidget({ text }: { readonly text: string }) {
  return (
    <Card>
      <p className={styles.text}>{text}</p>
    </Card>
  );
}
