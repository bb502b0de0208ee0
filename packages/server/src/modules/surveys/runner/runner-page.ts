import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Run } from '@zhiheng/contract/surveys/runs';

/** What the page of a survey is made from. */
export interface PageData {
  readonly token: string;
  readonly run: Run;
  /** a new secret, should this visit begin an answer */
  readonly resume: string;
  readonly language: string;
}

/** What the build of the web leaves for the server: how a page is written, and what belongs to it. */
export interface RunnerPage {
  readonly assets: { readonly script: string; readonly styles: string; readonly snippet: string; readonly kiosk: string };
  renderPage(data: PageData, assets: RunnerPage['assets']): string;
  renderNoPage(language: string, why: 'missing' | 'fault', assets: RunnerPage['assets']): string;
}

/** Read once, when the first page is asked for; null where the web was not built. */
export function runnerPageIn(webFolder: string): (() => Promise<RunnerPage>) | null {
  const file = join(webFolder, 'runner/page.mjs');
  if (!existsSync(file)) return null;
  let page: Promise<RunnerPage> | null = null;
  return () => (page ??= import(pathToFileURL(file).href) as Promise<RunnerPage>);
}
