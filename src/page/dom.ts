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
const editable = getter<boolean>(HTMLElement.prototype, "isContentEditable");

export function isElement(node: Node): node is Element {
  return typeOf(node) === Node.ELEMENT_NODE;
}

export function isEditable(element: Element): boolean {
  return element instanceof HTMLElement && editable(element);
}

export function attributeOf(element: Element, name: string): string | null {
  return Element.prototype.getAttribute.call(element, name);
}

export function elementsIn(root: Element | ShadowRoot): Element[] {
  const { prototype } = isElement(root) ? Element : DocumentFragment;
  // What is deprecated is the overload for MathML, which is taken where the name is not known.
  // oxlint-disable-next-line typescript/no-deprecated
  return Array.from(prototype.querySelectorAll.call(root, "*"));
}

export function rootOf(node: Node): Node {
  return Node.prototype.getRootNode.call(node);
}

export function styleOf(element: Element): CSSStyleDeclaration {
  return getComputedStyle(element);
}

/** The parent, or the host where a shadow tree ends. */
export function parentOrHostOf(node: Node): Node | null {
  const parent = parentOf(node);
  return parent && typeOf(parent) === Node.DOCUMENT_FRAGMENT_NODE ? ((parent as ShadowRoot).host ?? null) : parent;
}
