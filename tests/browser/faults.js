// What is wrong with how the page lies on the screen, one sentence each. Evaluated in the page.
() => {
  const SLACK = 1; // fractions of pixels are nobody's fault
  const BOXES = ".way, nav > *, blockquote, section, header, footer";
  const TAPPED = 44; // CSS pixels, as fingers need
  const LONG_WORD = 16; // letters; longer ones are names, and may be torn
  const root = document.documentElement;
  const faults = [];

  const lines = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const node = texts.currentNode;
    const range = document.createRange();
    range.selectNodeContents(node);
    if (node.data.trim()) for (const at of range.getClientRects()) lines.push({ node, at, text: node.data.trim() });
  }

  if (root.scrollWidth > root.clientWidth) faults.push(`wider than the screen: ${root.scrollWidth}`);
  if (!lines.length) faults.push("nothing to read");

  for (const { node, at, text } of lines) {
    const box = node.parentElement.closest(BOXES).getBoundingClientRect();
    const inside = at.left > box.left - SLACK && at.right < box.right + SLACK
      && at.top > box.top - SLACK && at.bottom < box.bottom + SLACK;
    if (!inside) faults.push(`outside its box: ${text}`);
    if (at.left < 0 || at.right > root.clientWidth + SLACK) faults.push(`outside the screen: ${text}`);
  }

  for (const node of new Set(lines.map((line) => line.node))) {
    for (const word of node.data.matchAll(/[^\s-]+/g)) {
      const range = document.createRange();
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      if (word[0].length < LONG_WORD && range.getClientRects().length > 1) faults.push(`torn: ${word[0]}`);
    }
  }

  lines.forEach((one, place) => {
    for (const other of lines.slice(place + 1)) {
      const wide = Math.min(one.at.right, other.at.right) - Math.max(one.at.left, other.at.left);
      const high = Math.min(one.at.bottom, other.at.bottom) - Math.max(one.at.top, other.at.top);
      if (one.node !== other.node && wide > SLACK && high > SLACK) faults.push(`one on the other: ${one.text}, ${other.text}`);
    }
  });

  for (const link of document.links) {
    const { width, height } = link.getBoundingClientRect();
    if (width < TAPPED || height < TAPPED) faults.push(`too small to tap: ${link.textContent}, ${width} by ${height}`);
  }
  return faults;
}
