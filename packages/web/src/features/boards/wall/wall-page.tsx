import type { ShownBoard } from '@zhiheng/contract/insight/shared-boards';
import { formatDateTime, type Reading } from '../../../lib/format/date.ts';
import { ReadingContext } from '../../../lib/format/use-format.ts';
import { currentLocale } from '../../../lib/locale.ts';
import { m } from '../../../paraglide/messages.js';
import { Skeleton } from '../../../ui/states.tsx';
import { WidgetGrid } from '../widgets/widget-grid.tsx';
import { useRotation } from './use-rotation.ts';
import { useWall, type Wall } from './use-wall.ts';
import styles from './wall.module.css';

/** Boards behind a link: one after another on a wall, always the newest figures, nobody signed in. */
export function WallPage({ token }: { readonly token: string }) {
  const state = useWall(token);
  if (state.kind === 'loading') return <Skeleton rows={10} height={48} />;
  if (state.kind === 'over')
    return (
      <main className={styles.over}>
        <title>{m.boards_wall_over_title()}</title>
        <h1>{m.boards_wall_over_title()}</h1>
        <p>{m.boards_wall_over()}</p>
      </main>
    );
  return <Rotating wall={state.wall} readAt={state.readAt} stale={state.stale} />;
}

interface Props {
  readonly wall: Wall;
  readonly readAt: string;
  /** the last reading failed */
  readonly stale: boolean;
}

function Rotating({ wall, readAt, stale }: Props) {
  const { boards, seconds, organisation, timeZone } = wall;
  const reading: Reading = { locale: currentLocale(), zone: timeZone };
  const { index, paused, next, toggle } = useRotation(boards.length, seconds);
  const shown: ShownBoard | undefined = boards[index] ?? boards[0];
  const title = shown?.board.name ?? m.boards_title();
  return (
    <ReadingContext value={reading}>
      <div className={styles.wall}>
        <title>{`${title} · ${organisation}`}</title>
        <header className={styles.top}>
          <h1>{title}</h1>
          <span className={styles.quiet}>{organisation}</span>
          {stale ? <span className={styles.stale}>{m.boards_wall_stale({ time: formatDateTime(readAt, reading) })}</span> : null}
          <span className={styles.buttons}>
            {boards.length < 2 ? null : (
              <>
                <span className={styles.quiet}>{m.boards_wall_of({ n: index + 1, all: boards.length })}</span>
                <button type="button" onClick={toggle}>
                  {paused ? m.boards_wall_go_on() : m.boards_wall_pause()}
                </button>
                <button type="button" onClick={next}>
                  {m.boards_wall_next()}
                </button>
              </>
            )}
            <button type="button" onClick={() => void document.documentElement.requestFullscreen()}>
              {m.boards_wall_full()}
            </button>
          </span>
        </header>
        <main>{shown === undefined ? <p>{m.boards_none()}</p> : <WidgetGrid shown={shown} />}</main>
      </div>
    </ReadingContext>
  );
}
