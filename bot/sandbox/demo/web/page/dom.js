// Elements, and lists of them that change in place. Texts are texts: nothing here is ever read as markup.

const SVG = "http://www.w3.org/2000/svg";

/** An element: `el("p.note", { role: "status" }, "text", other)`. `on…` are listeners; null and false are left out. */
export function el(what, given = {}, ...children) {
  const [tag, ...classes] = what.split(".");
  const made = document.createElement(tag);
  if (classes.length) made.className = classes.join(" ");
  for (const [name, value] of Object.entries(given)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `#i-${name}`);
  svg.append(use);
  return svg;
}

export const find = (id) => document.getElementById(id);

/** Only on a change, so that a screen reader hears only news. */
export function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** Make `list` show `items`: what is as it was stays the same element, with its focus and its place. */
export function show(list, items, keyOf, render) {
  const known = new Map([...list.children].map((child) => [child.dataset.key, child]));
  let place = list.firstElementChild;
  items.forEach((item, index) => {
    const key = String(keyOf(item, index));
    const made = JSON.stringify(item);
    let child = known.get(key);
    known.delete(key);
    if (!child || child.made !== made) {
      const fresh = render(item, index);
      fresh.dataset.key = key;
      fresh.made = made;
      if (child) {
        if (place === child) place = fresh;
        replace(child, fresh);
      }
      child = fresh;
    }
    if (place === child) place = place.nextElementSibling;
    else list.insertBefore(child, place);
  });
  for (const gone of known.values()) gone.remove();
}

/** Whoever stood on a button of the old one stands on the same of the new one. */
function replace(old, fresh) {
  const focused = old.contains(document.activeElement) ? document.activeElement.textContent : null;
  old.replaceWith(fresh);
  if (focused === null) return;
  [...fresh.querySelectorAll("button")].find((button) => button.textContent === focused)?.focus();
}

/** Whoever reads the newest goes on to what comes after it; whoever has gone back to read stays there. */
export function keepAtEnd(box, change) {
  if (!box.isKept) {
    box.isKept = box.atEnd = true;
    box.addEventListener("scroll", () => {
      if (box.scrollHeight - box.scrollTop - box.clientHeight < 60) box.atEnd = true;
      else if (box.scrollTop < box.lastTop) box.atEnd = false;
      box.lastTop = box.scrollTop;
    });
    box.addEventListener("load", () => toEnd(box), true);
  }
  change();
  toEnd(box);
}

function toEnd(box) {
  if (box.atEnd) box.scrollTop = box.scrollHeight;
}
