import { runner_snippet_close, runner_snippet_open } from '../paraglide/messages.js';
import { speechOf } from './view.ts';

/**
 * For the pages of a customer's own site: `<script src="…/s/<token>.js" data-after="20" async></script>` opens the survey in a corner after so
 * many seconds, or with `data-after="click"` when its button is pressed. Whoever closed it is not asked again in this browser for 30 days.
 */
const script = document.currentScript ?? document.querySelector('script[src*="/s/"][src*=".js"]');
if (script instanceof HTMLScriptElement) start(script);

const quietDays = 30;

function start(element: HTMLScriptElement): void {
  const address = new URL(element.src);
  const page = address.href.replace(/\.js([?#].*)?$/, '');
  const speech = speechOf(element.dataset['lang'] ?? (document.documentElement.lang || navigator.language));
  const after = element.dataset['after'] ?? 'click';
  const name = `zhiheng-snippet-${page.split('/').at(-1) ?? ''}`;
  const open = () =>
    openFrame({
      page: `${page}?lang=${speech.locale}`,
      name,
      title: runner_snippet_open({}, speech),
      close: runner_snippet_close({}, speech),
    });
  if (after === 'click') addButton(runner_snippet_open({}, speech), open);
  else if (!wasClosed(name)) setTimeout(open, Number(after) * 1000);
}

const layer = { position: 'fixed', insetInlineEnd: '16px', zIndex: '2147483000' } as const;

function addButton(words: string, open: () => void): void {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = words;
  Object.assign(button.style, { ...layer, bottom: '16px', minHeight: '44px', padding: '0 18px', border: '0', borderRadius: '22px' });
  Object.assign(button.style, { background: '#1b5fb8', color: '#fff', font: '16px sans-serif', cursor: 'pointer' });
  button.addEventListener('click', open);
  document.body.append(button);
}

interface Frame {
  readonly page: string;
  readonly name: string;
  readonly title: string;
  readonly close: string;
}

function openFrame({ page, name, title, close }: Frame): void {
  if (document.getElementById(name) !== null) return;
  const box = document.createElement('div');
  box.id = name;
  Object.assign(box.style, { ...layer, bottom: '16px', width: 'min(400px, calc(100vw - 32px))', height: 'min(640px, calc(100vh - 32px))' });
  const frame = document.createElement('iframe');
  frame.src = page;
  frame.title = title;
  Object.assign(frame.style, { width: '100%', height: '100%', border: '1px solid #8290a6', borderRadius: '14px', background: '#fff' });
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = '×';
  button.setAttribute('aria-label', close);
  Object.assign(button.style, { position: 'absolute', top: '-12px', insetInlineEnd: '-6px', width: '44px', height: '44px' });
  Object.assign(button.style, { border: '1px solid #8290a6', borderRadius: '50%', background: '#fff', color: '#1d2533', fontSize: '20px' });
  button.addEventListener('click', () => {
    remember(name);
    box.remove();
  });
  box.append(frame, button);
  document.body.append(box);
  button.focus({ preventScroll: true });
}

function wasClosed(name: string): boolean {
  try {
    return Date.now() - Number(localStorage.getItem(name) ?? 0) < quietDays * 86_400_000;
  } catch {
    return false;
  }
}

function remember(name: string): void {
  try {
    localStorage.setItem(name, String(Date.now()));
  } catch {
    // A site without storage asks again with its next page.
  }
}
