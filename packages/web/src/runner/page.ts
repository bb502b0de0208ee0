import { runner_fault_line, runner_fault_title, runner_missing_line, runner_missing_title } from '../paraglide/messages.js';
import { attribute, html, Markup } from './html.ts';
import type { PageData } from './browser.ts';
import { paragraphs } from './render/render-question.ts';
import { renderRunner } from './render/render-runner.ts';
import { startState } from './runner-state.ts';
import { speechOf } from './view.ts';

/** What the build writes beside this code. */
export interface PageAssets {
  /** address of the script */
  readonly script: string;
  readonly styles: string;
}

/** The whole page of a survey, with its first questions in it: they can be read and answered before the script is there. */
export function renderPage(data: PageData, { script, styles }: PageAssets): string {
  const { run, language, resume } = data;
  const title = run.form.title[language] ?? run.surveyName[speechOf(language).locale];
  const body = html`<div class="runner" id="runner" lang="${language}" data-mode="${run.mode}">
      ${renderRunner(startState(run, resume, language), false)}
    </div>
    <script type="application/json" id="run">
      ${asData(data)}
    </script>
    <script type="module" src="${script}"></script>`;
  return documentOf({ language, title, styles, body });
}

/** A link that leads nowhere, or a server that has no answer now. */
export function renderNoPage(language: string, why: 'missing' | 'fault', { styles }: Pick<PageAssets, 'styles'>): string {
  const speech = speechOf(language);
  const title = why === 'missing' ? runner_missing_title({}, speech) : runner_fault_title({}, speech);
  const line = why === 'missing' ? runner_missing_line({}, speech) : runner_fault_line({}, speech);
  const body = html`<div class="runner" data-mode="link">
    <main class="runner-main">
      <section class="card message">
        <span class="sign sign-stop" aria-hidden="true">–</span>
        <h1 class="title">${title}</h1>
        ${paragraphs(line)}
      </section>
    </main>
  </div>`;
  return documentOf({ language: speech.locale, title, styles, body });
}

/** JSON inside a script element: nothing in it may end the element. */
const asData = (data: PageData): Markup => new Markup(JSON.stringify(data).replaceAll('<', '\\u003c'));

interface Document {
  readonly language: string;
  readonly title: string;
  readonly styles: string;
  readonly body: Markup;
}

const documentOf = ({ language, title, styles, body }: Document): string =>
  html`<!doctype html>
    <html${attribute('lang', language)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <meta name="robots" content="noindex" />
        <link rel="icon" href="data:," />
        <title>${title}</title>
        <style>${new Markup(styles)}</style>
      </head>
      <body>
        ${body}
      </body>
    </html>`.text;
