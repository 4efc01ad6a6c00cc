/**
 * Reading the tree of a page that may be hostile. A form's fields are its properties by their names, so that
 * `<input name="parentNode">` hides the real one; getters taken from the prototypes can't be hidden.
 */

/** The getter of a property, as a function of its object. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters
function getter<T>(prototype: object, name: string): (object: Node) => T {
  const descriptor = Object.getOwnPropertyDescriptor(prototype, name);
  return (object) => descriptor?.get?.call(object) as T;
}

export const parentOf = getter<ParentNode | null>(Node.prototype, "parentNode");
export const parentElementOf = getter<Element | null>(Node.prototype, "parentElement");
export const firstChildOf = getter<Node | null>(Node.prototype, "firstChild");
export const nextSiblingOf = getter<Node | null>(Node.prototype, "nextSibling");
export const isConnected = getter<boolean>(Node.prototype, "isConnected");
export const typeOf = getter<number>(Node.prototype, "nodeType");
export const nameOf = getter<string>(Element.prototype, "localName");
export const shadowOf = getter<ShadowRoot | null>(Element.prototype, "shadowRoot");
export const documentOf = getter<Document | null>(Node.prototype, "ownerDocument");
export const previousSiblingOf = getter<Node | null>(Node.prototype, "previousSibling");
export const previousElementOf = getter<Element | null>(Element.prototype, "previousElementSibling");
export const nextElementOf = getter<Element | null>(Element.prototype, "nextElementSibling");
export const slotOf = getter<HTMLSlotElement | null>(Text.prototype, "assignedSlot");
const slotOfElement = getter<HTMLSlotElement | null>(Element.prototype, "assignedSlot");
export const rootElementOf = getter<Element | null>(Document.prototype, "documentElement");
export const clientHeightOf = getter<number>(Element.prototype, "clientHeight");
export const scrollHeightOf = getter<number>(Element.prototype, "scrollHeight");
const designMode = getter<string>(Document.prototype, "designMode");
const namespaceOf = getter<string | null>(Element.prototype, "namespaceURI");
const editable = getter<boolean>(HTMLElement.prototype, "isContentEditable");

const HTML = "http://www.w3.org/1999/xhtml";

export function isElement(node: Node): node is Element {
  return typeOf(node) === Node.ELEMENT_NODE;
}

export function isEditable(element: Element): boolean {
  // Not instanceof: what was adopted from a frame's document is an HTMLElement of that frame.
  return namespaceOf(element) === HTML && editable(element);
}

/** Whether the user writes in the document as a whole. */
export function isEditor(document: Document): boolean {
  return designMode(document) === "on";
}

export function attributeOf(element: Element, name: string): string | null {
  return Element.prototype.getAttribute.call(element, name);
}

export function matches(element: Element, selector: string): boolean {
  return Element.prototype.matches.call(element, selector);
}

/** Whether an element below `root` is what `selector` says. */
export function holds(root: Element, selector: string): boolean {
  // What is deprecated is the overload for MathML, which is taken where the name is not known.
  // oxlint-disable-next-line typescript/no-deprecated
  return Element.prototype.querySelector.call(root, selector) !== null;
}

/** All elements below `root`. To go through many of them by their index takes a third of the time of a walk or an iterator. */
export function elementsIn(root: Element | ShadowRoot | Document): NodeListOf<Element> {
  const type = typeOf(root);
  const { prototype } =
    type === Node.ELEMENT_NODE ? Element : type === Node.DOCUMENT_NODE ? Document : DocumentFragment;
  // What is deprecated is the overload for MathML, which is taken where the name is not known.
  // oxlint-disable-next-line typescript/no-deprecated
  return prototype.querySelectorAll.call(root, "*");
}

/** The nodes of the kinds in `show` (of NodeFilter) below `root`, in the order of the tree. */
export function* nodesIn(root: Node, show: number): Generator<Node> {
  const walker = Document.prototype.createTreeWalker.call(documentOf(root) ?? (root as Document), root, show);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) yield node;
}

/** The topmost element at a point of the viewport, inside open shadow trees too. */
export function elementAt(x: number, y: number): Element | null {
  let element: Element | null = Document.prototype.elementFromPoint.call(document, x, y);
  for (let shadow = element && shadowOf(element); shadow; shadow = element && shadowOf(element)) {
    const inner = shadow.elementFromPoint(x, y);
    // Where nothing of the shadow tree is hit its host is named again.
    if (!inner || inner === element || Node.prototype.getRootNode.call(inner) !== shadow) break;
    element = inner;
  }
  return element;
}

export function styleOf(element: Element): CSSStyleDeclaration {
  return getComputedStyle(element);
}

/** What an element is laid out in: the slot that has taken it, else its parent or host. */
export function outerOf(element: Element): Node | null {
  return slotOfElement(element) ?? parentOrHostOf(element);
}

/** The parent, or the host where a shadow tree ends. */
export function parentOrHostOf(node: Node): Node | null {
  const parent = parentOf(node);
  return parent && typeOf(parent) === Node.DOCUMENT_FRAGMENT_NODE ? ((parent as ShadowRoot).host ?? null) : parent;
}
