import { CloseOutlined, MenuOutlined } from '@ant-design/icons';
import { useRef } from 'react';
import { m } from '../../paraglide/messages.js';
import { Brand } from './brand.tsx';
import { NavList } from './nav-list.tsx';
import { SearchBox } from './search-box.tsx';
import styles from './nav-drawer.module.css';

/** On phones the sider becomes a drawer. The browser's own dialog keeps the focus inside and closes by Escape. */
export function NavDrawer() {
  const dialog = useRef<HTMLDialogElement>(null);
  const close = () => dialog.current?.close();
  return (
    <>
      <button
        type="button"
        className={styles.open}
        aria-label={m.shell_open_nav()}
        aria-haspopup="dialog"
        onClick={() => dialog.current?.showModal()}
      >
        <MenuOutlined />
      </button>
      <dialog
        ref={dialog}
        className={styles.drawer}
        aria-label={m.shell_nav()}
        onClick={(event) => event.target === event.currentTarget && close()}
      >
        <div className={styles.content}>
          <div className={styles.top}>
            <Brand onChoose={close} />
            <button type="button" className={styles.open} aria-label={m.shell_close_nav()} onClick={close}>
              <CloseOutlined />
            </button>
          </div>
          <div className={styles.search}>
            <SearchBox onChoose={close} />
          </div>
          <NavList onChoose={close} />
        </div>
      </dialog>
    </>
  );
}
