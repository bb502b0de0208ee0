import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { SignInPage } from '../features/identity/doors.ts';

export function startDoors(root: HTMLElement): void {
  createRoot(root).render(
    <StrictMode>
      <SignInPage />
    </StrictMode>,
  );
}
