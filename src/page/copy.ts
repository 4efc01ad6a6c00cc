/** Copying, also where the page is not secure and has no clipboard to offer. Only while the user clicks or presses a key. */
export function copyText(text: string): void {
  const take = (event: ClipboardEvent): void => {
    event.clipboardData?.setData("text/plain", text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  addEventListener("copy", take, { capture: true });
  // The clipboard API is not there on http pages, and asks for a permission on others.
  // oxlint-disable-next-line typescript/no-deprecated
  document.execCommand("copy");
  removeEventListener("copy", take, { capture: true });
}
