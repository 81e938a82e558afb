// A notice's stored text laid out for reading, with a range marked.
// Offsets count Unicode code points, so the text is cut as an array of them and not as UTF-16 units.

import { make } from "./dom.js";

/** Elements for the whole text; what lies in [start, end) is inside <mark>. */
export function layout(text, start, end) {
  const points = Array.from(text);
  const lines = cutLines(points);
  const elements = [];
  for (let at = 0; at < lines.length; ) {
    const rows = tableRows(points, lines, at);
    if (rows > 1) {
      elements.push(table(points, lines.slice(at, at + rows), start, end));
      at += rows;
    } else {
      elements.push(line(points, lines[at], start, end));
      at += 1;
    }
  }
  return elements;
}

function cutLines(points) {
  const lines = [];
  let from = 0;
  points.forEach((point, at) => {
    if (point !== "\n") return;
    lines.push([from, at]);
    from = at + 1;
  });
  lines.push([from, points.length]);
  return lines;
}

/** The text of a range, the part of it that lies in [start, end) marked. */
function marked(points, [from, to], start, end) {
  const inner = [Math.max(from, start), Math.min(to, end)];
  const slice = (a, b) => points.slice(a, b).join("");
  if (inner[0] >= inner[1]) return [slice(from, to)];
  return [slice(from, inner[0]), make("mark", {}, slice(...inner)), slice(inner[1], to)];
}

function line(points, range, start, end) {
  const text = points.slice(...range).join("");
  if (!text.trim()) return make("div", { class: "blank" });
  const heading = /^(#{1,6})\s+/.exec(text);
  if (!heading) return make("p", {}, marked(points, range, start, end));
  const inner = [range[0] + heading[0].length, range[1]];
  return make(
    "p",
    { class: "heading", role: "heading", "aria-level": String(Math.min(heading[1].length + 2, 6)) },
    marked(points, inner, start, end),
  );
}

function tableRows(points, lines, at) {
  let end = at;
  while (end < lines.length && points[lines[end][0]] === "|") end += 1;
  return end - at;
}

function table(points, lines, start, end) {
  const ruled = lines.length > 1 && isRule(points, lines[1]);
  const rows = lines
    .filter((range) => !isRule(points, range))
    .map((range, index) =>
      make(
        "tr",
        {},
        cells(points, range).map((cell) =>
          make(ruled && index === 0 ? "th" : "td", {}, marked(points, cell, start, end)),
        ),
      ),
    );
  return make("div", { class: "table" }, make("table", {}, make("tbody", {}, rows)));
}

const isRule = (points, range) => /^\|[\s:|-]+$/.test(points.slice(...range).join(""));

function cells(points, [from, to]) {
  const bars = [];
  for (let at = from; at < to; at += 1) {
    if (points[at] === "|" && points[at - 1] !== "\\") bars.push(at);
  }
  if (/\S/.test(points.slice(bars.at(-1) + 1, to).join(""))) bars.push(to);
  return bars.slice(1).map((bar, index) => trimmed(points, bars[index] + 1, bar));
}

function trimmed(points, from, to) {
  while (from < to && points[from].trim() === "") from += 1;
  while (to > from && points[to - 1].trim() === "") to -= 1;
  return [from, to];
}
