interface Sheet {
  readonly title: string;
  readonly picture: HTMLCanvasElement;
  /** below the picture */
  readonly words: string;
}

/** Prints one picture with its title on a sheet of its own, without what else is on the page. */
export function printSheet({ title, picture, words }: Sheet): void {
  const frame = document.createElement('iframe');
  frame.title = title;
  // Out of sight, yet laid out: a frame that is not displayed prints an empty page.
  Object.assign(frame.style, { position: 'fixed', width: '1px', height: '1px', border: '0', opacity: '0' });
  document.body.append(frame);
  const { contentWindow: sheet, contentDocument: paper } = frame;
  if (sheet === null || paper === null) throw new RangeError('a frame of the page itself has a document');
  paper.title = title;
  Object.assign(paper.body.style, { margin: '15mm', fontFamily: 'sans-serif', textAlign: 'center' });
  paper.body.append(heading(paper, title), copyOf(paper, picture), line(paper, words));
  sheet.addEventListener('afterprint', () => frame.remove());
  sheet.print();
}

function heading(paper: Document, title: string): HTMLElement {
  const element = paper.createElement('h1');
  element.textContent = title;
  return element;
}

function line(paper: Document, words: string): HTMLElement {
  const element = paper.createElement('p');
  element.textContent = words;
  element.style.overflowWrap = 'anywhere';
  return element;
}

function copyOf(paper: Document, picture: HTMLCanvasElement): HTMLElement {
  const copy = paper.createElement('canvas');
  copy.width = picture.width;
  copy.height = picture.height;
  copy.style.width = '90mm';
  copy.getContext('2d')?.drawImage(picture, 0, 0);
  return copy;
}
