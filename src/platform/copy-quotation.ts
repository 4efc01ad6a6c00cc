/** A quotation on the clipboard: as plain text, and for what takes more than that with its source as a link into the speech. */

/** The last line of `text` is its source. @throws DOMException if the browser doesn't let it. */
export async function copyQuotation(text: string, address: string): Promise<void> {
  const lines = text.split("\n");
  const source = document.createElement("a");
  source.href = address;
  source.textContent = lines.pop() ?? "";
  const paragraphs = [...lines, source].map((content) => {
    const paragraph = document.createElement("p");
    paragraph.append(content);
    return paragraph.outerHTML;
  });
  await navigator.clipboard.write([
    new ClipboardItem({
      "text/plain": new Blob([text], { type: "text/plain" }),
      "text/html": new Blob([paragraphs.join("")], { type: "text/html" }),
    }),
  ]);
}
