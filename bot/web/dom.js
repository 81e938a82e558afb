// Building elements. Data becomes text nodes and attributes only, never markup.

export const byId = (id) => document.getElementById(id);

/** An element with properties (`class`, `on…` handlers, attributes) and children (elements or text). */
export function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name === "class" ? "class" : name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

export function button(properties, ...children) {
  return make("button", { type: "button", ...properties }, ...children);
}

export function icon(name) {
  const svg = byId("icon").content.firstElementChild.cloneNode(true);
  svg.firstElementChild.setAttribute("href", `#i-${name}`);
  return svg;
}

/** Text for screen readers only. */
export const unseen = (text) => make("span", { class: "out-of-sight" }, text);

export const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

export async function copy(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const area = make("textarea", { class: "out-of-sight" });
  area.value = text;
  document.body.append(area);
  area.select();
  const copied = document.execCommand("copy"); // pages without TLS have no clipboard object
  area.remove();
  if (!copied) throw new Error("the browser refused to copy");
  return undefined;
}
