import { lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { useLocale } from '../lib/locale.ts';

// Whoever signs in does not wait for the set-up, which is used once.
const SignInPage = lazy(() => import('../features/identity/doors.ts').then((door) => ({ default: door.SignInPage })));
const LinkPage = lazy(() => import('../features/identity/doors.ts').then((door) => ({ default: door.LinkPage })));
const CustomerCasePage = lazy(() => import('../features/portal/doors.ts').then((door) => ({ default: door.CustomerCasePage })));
const FilingPage = lazy(() => import('../features/portal/doors.ts').then((door) => ({ default: door.FilingPage })));
const SuggestionBoxPage = lazy(() => import('../features/portal/doors.ts').then((door) => ({ default: door.SuggestionBoxPage })));
const WallPage = lazy(() => import('../features/boards/doors.ts').then((door) => ({ default: door.WallPage })));
const SetupPage = lazy(() => import('../features/packs/doors.ts').then((door) => ({ default: door.SetupPage })));

export function startDoors(root: HTMLElement): void {
  createRoot(root).render(
    <StrictMode>
      <Suspense>
        <Door path={globalThis.location.pathname} />
      </Suspense>
    </StrictMode>,
  );
}

function Door({ path }: { readonly path: string }) {
  // Words are plain functions: drawing the door again is what changes its language.
  const locale = useLocale();
  if (path.startsWith('/p/c/')) return <CustomerCasePage token={path.slice('/p/c/'.length)} />;
  if (path.startsWith('/p/s/')) return <SuggestionBoxPage code={path.slice('/p/s/'.length)} />;
  if (path.startsWith('/p/b/')) return <WallPage token={path.slice('/p/b/'.length)} />;
  if (path.startsWith('/p/')) return <FilingPage code={path.slice('/p/'.length)} />;
  if (path.startsWith('/link/')) return <LinkPage key={locale} token={path.slice('/link/'.length)} />;
  return path.startsWith('/setup') ? <SetupPage /> : <SignInPage />;
}
