// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest';
import { patch } from './dom/patch.ts';

let root: HTMLElement;
beforeEach(() => {
  document.body.innerHTML = '<div></div>';
  root = document.body.firstElementChild as HTMLElement;
});

it('moves what has a key, and it stays the same element with its focus', () => {
  patch(root, '<ol><li data-key="a"><button>a</button></li><li data-key="b"><button>b</button></li></ol>');
  const [a, b] = [...root.querySelectorAll('button')];
  b?.focus();
  patch(root, '<ol><li data-key="b"><button>b</button></li><li data-key="a"><button>a</button></li></ol>');
  expect([...root.querySelectorAll('button')]).toEqual([b, a]);
  expect(document.activeElement).toBe(b);
});

it('leaves alone what is being written, and draws it once the cursor has left', () => {
  patch(root, '<input type="text" value="">');
  const input = root.querySelector('input') as HTMLInputElement;
  input.focus();
  input.value = '1.';
  patch(root, '<input type="text" value="1">');
  expect(input.value).toBe('1.');
  input.blur();
  patch(root, '<input type="text" value="1">');
  expect(input.value).toBe('1');
});

it('sets what was chosen by hand back to what is so', () => {
  patch(root, '<input type="radio" name="q" value="1"><input type="radio" name="q" value="2">');
  const [one, two] = [...root.querySelectorAll('input')];
  if (one !== undefined) one.checked = true;
  patch(root, '<input type="radio" name="q" value="1"><input type="radio" name="q" value="2" checked>');
  expect([one?.checked, two?.checked]).toEqual([false, true]);
  patch(root, '<input type="radio" name="q" value="1"><input type="radio" name="q" value="2">');
  expect([one?.checked, two?.checked]).toEqual([false, false]);
});

it('takes away what is gone, with its attributes', () => {
  patch(root, '<p class="x" id="y">a</p><p data-key="k">b</p>');
  const kept = root.querySelector('[data-key]');
  patch(root, '<p data-key="k">c</p>');
  expect(root.innerHTML).toBe('<p data-key="k">c</p>');
  expect(root.firstElementChild).toBe(kept);
});
