import { Outlet } from '@tanstack/react-router';
import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { Suspense, useMemo } from 'react';
import { useMe } from '../../features/identity/index.ts';
import { ReadingContext } from '../../lib/format/use-format.ts';
import { useLocale } from '../../lib/locale.ts';
import { useShownTheme } from '../../lib/theme.ts';
import { m } from '../../paraglide/messages.js';
import { antdTheme } from '../antd-theme.ts';
import { RoutePending } from '../route-pending.tsx';
import { Toasts } from '../../ui/toasts.tsx';
import { Header } from './header.tsx';
import { Sider } from './sider.tsx';
import styles from './shell.module.css';

const antdWords = { zh: zhCN, en: enUS };

// Lists and calendars open inside what they belong to: at the end of the body they would lie outside of every landmark.
// Around the box of a dialog the mouse goes through, so that they open within the box.
const popupContainer = (trigger?: HTMLElement): HTMLElement =>
  trigger?.closest<HTMLElement>('.ant-modal-container, [role=dialog], main') ?? document.body;

/** The frame of every page behind the sign-in. */
export function Shell() {
  const locale = useLocale();
  const shown = useShownTheme();
  const zone = useMe().organisation.timeZone;
  const theme = useMemo(() => antdTheme(shown), [shown]);
  const reading = useMemo(() => ({ locale, zone }), [locale, zone]);
  return (
    // antd puts a space into two-character Chinese buttons unless told not to
    <ConfigProvider
      key={locale}
      locale={antdWords[locale]}
      theme={theme}
      button={{ autoInsertSpace: false }}
      getPopupContainer={popupContainer}
    >
      <ReadingContext value={reading}>
        <a className={styles.skip} href="#main">
          {m.shell_skip()}
        </a>
        <div className={styles.frame}>
          <Sider />
          <div className={styles.column}>
            <Header />
            <main id="main" className={styles.main} tabIndex={-1}>
              <Suspense fallback={<RoutePending />}>
                <Outlet />
              </Suspense>
            </main>
          </div>
        </div>
        <Toasts />
      </ReadingContext>
    </ConfigProvider>
  );
}
