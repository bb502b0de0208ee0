/**
 * Makes what stands below `root` equal to `markup`, changing as little as it can: whoever is writing goes on writing, and what has the focus
 * keeps it. Elements are told apart by `data-key` among their siblings, else by their place.
 */
export function patch(root: Element, markup: string): void {
  const focused = root.ownerDocument.activeElement;
  const wanted = root.ownerDocument.createElement('template');
  wanted.innerHTML = markup;
  patchChildren(root, wanted.content);
  // An element that was moved has lost it.
  if (focused instanceof HTMLElement && root.contains(focused) && root.ownerDocument.activeElement !== focused) focused.focus();
}

const keyOf = (node: Node): string | null => (node instanceof Element ? node.getAttribute('data-key') : null);

const fits = (node: Node, wanted: Node): boolean => node.nodeName === wanted.nodeName && keyOf(node) === keyOf(wanted);

function patchChildren(parent: Node, wanted: Node): void {
  let place: ChildNode | null = parent.firstChild;
  for (const next of [...wanted.childNodes]) {
    const found = findFrom(place, next);
    if (found === null) {
      parent.insertBefore(next, place);
      continue;
    }
    if (found === place) place = place.nextSibling;
    else parent.insertBefore(found, place);
    patchNode(found, next);
  }
  while (place !== null) {
    const after: ChildNode | null = place.nextSibling;
    place.remove();
    place = after;
  }
}

/** What has a key is looked for among all that is left; what has none is what stands here. */
function findFrom(place: ChildNode | null, wanted: Node): ChildNode | null {
  if (place === null) return null;
  if (fits(place, wanted)) return place;
  if (keyOf(wanted) === null) return null;
  for (let node: ChildNode | null = place.nextSibling; node !== null; node = node.nextSibling) if (fits(node, wanted)) return node;
  return null;
}

function patchNode(node: ChildNode, wanted: ChildNode): void {
  if (!(node instanceof Element) || !(wanted instanceof Element)) {
    if (node.nodeValue !== wanted.nodeValue) node.nodeValue = wanted.nodeValue;
    return;
  }
  patchAttributes(node, wanted);
  if (node instanceof HTMLTextAreaElement) {
    setText(node, wanted.textContent ?? '');
    return;
  }
  patchChildren(node, wanted);
  if (node instanceof HTMLSelectElement) setText(node, wanted.querySelector('option[selected]')?.getAttribute('value') ?? '');
}

function patchAttributes(node: Element, wanted: Element): void {
  // A reader opens and closes details as they like.
  const own = node instanceof HTMLDetailsElement ? ['open'] : [];
  for (const { name } of [...node.attributes]) if (!wanted.hasAttribute(name) && !own.includes(name)) node.removeAttribute(name);
  for (const { name, value } of [...wanted.attributes])
    if (node.getAttribute(name) !== value && !own.includes(name)) node.setAttribute(name, value);
  if (node instanceof HTMLInputElement) patchInput(node, wanted);
}

/** What somebody did to an input stands in its properties, not in its attributes. */
function patchInput(node: HTMLInputElement, wanted: Element): void {
  if (node.type === 'file') return;
  if (node.type === 'radio' || node.type === 'checkbox') {
    const checked = wanted.hasAttribute('checked');
    if (node.checked !== checked) node.checked = checked;
    return;
  }
  setText(node, wanted.getAttribute('value') ?? '');
}

/** What is being written is left alone: "1." is on its way to "1.5". */
function setText(node: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement, text: string): void {
  const writing = node.ownerDocument.activeElement === node && !(node instanceof HTMLSelectElement) && node.type !== 'range';
  if (!writing && node.value !== text) node.value = text;
}
