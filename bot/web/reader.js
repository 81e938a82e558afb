// The panel beside the conversation: a notice's full text with one clause marked, or the list of notices.
// What it shows is in the address (`#notice=ID&start=…&end=…`, `#notices`), so that back closes it.

import * as api from "./api.js";
import { button, byId, icon, make } from "./dom.js";
import { layout } from "./notice_text.js";

const LIST = "#notices";
const narrow = matchMedia("(max-width: 979px)");

let opener = null; // gets the focus back
let shown = 0; // counts what was asked for, so that a late answer does not replace a newer one

export function noticeHash({ notice_id, start, end }) {
  const parts = new URLSearchParams({ notice: notice_id });
  if (start !== undefined) {
    parts.set("start", start);
    parts.set("end", end);
  }
  return `#${parts}`;
}

export function restatedTag() {
  return make("span", { class: "tag", title: "收录的是对原文的重述，并非官方原文" }, "重述");
}

/** Follow the address from now on. `list()` gives the notices, `choose(id)` limits answers to one. */
export function startReader({ list, choose }) {
  const follow = () => show(location.hash, list, choose);
  byId("close-reader").addEventListener("click", close);
  byId("open-notices").addEventListener("click", (event) => go(LIST, event.currentTarget));
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.('a[href^="#"]');
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    go(link.getAttribute("href"), link);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !byId("reader").hidden && !event.defaultPrevented) close();
  });
  addEventListener("popstate", follow);
  narrow.addEventListener("change", guard);
  follow();

  function go(hash, from) {
    const open = !byId("reader").hidden;
    if (!byId("reader").contains(from)) opener = from;
    if (open) history.replaceState(history.state, "", hash);
    else history.pushState({ panel: true }, "", hash);
    follow();
  }
}

function close() {
  if (history.state?.panel) history.back();
  else {
    history.replaceState(null, "", location.pathname);
    hide();
  }
}

function hide() {
  shown += 1;
  if (byId("reader").hidden) return;
  byId("reader").hidden = true;
  guard();
  if (opener?.isConnected) opener.focus({ preventScroll: true });
  else byId("question").focus({ preventScroll: true });
  opener = null;
}

/** On a phone the panel covers everything, so nothing below it may take the focus. */
function guard() {
  const covers = narrow.matches && !byId("reader").hidden;
  byId("shell").classList.toggle("with-reader", !byId("reader").hidden);
  byId("talk").inert = covers;
  byId("reader").setAttribute("role", covers ? "dialog" : "complementary");
}

function show(hash, list, choose) {
  const parts = new URLSearchParams(hash.slice(1));
  if (hash === LIST) fill("已收录的通知", list().then((notices) => noticeList(notices, choose)));
  else if (parts.get("notice")) {
    const range = [Number(parts.get("start") ?? 0), Number(parts.get("end") ?? 0)];
    fill("通知", api.notice(parts.get("notice")).then((notice) => wholeNotice(notice, range)));
  } else hide();
}

async function fill(title, content) {
  const turn = (shown += 1);
  const wasHidden = byId("reader").hidden;
  byId("reader").hidden = false;
  guard();
  if (wasHidden) byId("reader-title").textContent = title;
  const waiting = setTimeout(() => put([make("p", { class: "hint" }, "正在载入…")]), 200);
  const elements = await content.catch((problem) => [failure(problem)]);
  clearTimeout(waiting);
  if (turn !== shown) return;
  if (title !== "通知") byId("reader-title").textContent = title;
  put(elements);
  byId("reader").focus({ preventScroll: true });
  byId("reader-body").querySelector("mark")?.scrollIntoView({ block: "center" });
}

function put(elements) {
  byId("reader-body").replaceChildren(...elements);
  byId("reader-body").scrollTop = 0;
}

function failure(problem) {
  return make(
    "div",
    { class: "failure" },
    make("strong", {}, problem.title ?? "未能打开"),
    make("p", {}, problem.detail ?? "请刷新页面后重试。"),
    button(
      { class: "chip", onclick: () => dispatchEvent(new PopStateEvent("popstate")) },
      icon("retry"),
      "重试",
    ),
  );
}

function wholeNotice(notice, [start, end]) {
  byId("reader-title").textContent = notice.title;
  return [about(notice), make("div", { class: "notice-text" }, layout(notice.text, start, end))];
}

function about(notice) {
  const rows = [
    ["发布单位", notice.issuer],
    ["发布时间", notice.issued ?? notice.issued_text],
    ["文号", notice.document_number],
    ["有效期", [notice.valid_from, notice.valid_until].filter(Boolean).join(" 至 ")],
    ["文件", notice.source],
  ].filter(([, value]) => value);
  return make(
    "div",
    { class: "about" },
    make("dl", {}, rows.map(([name, value]) => [make("dt", {}, name), make("dd", {}, value)]).flat()),
    notice.restated
      ? make("p", { class: "restated" }, restatedTag(), "收录的是对原文的重述，以官方原文为准。")
      : null,
    /^https?:\/\//.test(notice.official_url)
      ? make(
          "a",
          { href: notice.official_url, target: "_blank", rel: "noopener noreferrer" },
          "查看官方原文",
        )
      : null,
  );
}

function noticeList(notices, choose) {
  const items = notices.map((notice) => listed(notice, choose));
  const list = make("ul", { class: "notices" }, items);
  const filter = make("input", { type: "search", "aria-label": "筛选通知", placeholder: "按标题或单位筛选" });
  filter.addEventListener("input", () => {
    const wanted = filter.value.trim().toLowerCase();
    notices.forEach((notice, index) => {
      items[index].hidden = !`${notice.title} ${notice.issuer}`.toLowerCase().includes(wanted);
    });
  });
  const count = make("p", { class: "hint" }, `共 ${notices.length} 份。点标题看全文。`);
  return notices.length > 8 ? [count, filter, list] : [count, list];
}

function listed(notice, choose) {
  const facts = [notice.issuer, notice.issued, notice.document_number].filter(Boolean).join(" · ");
  return make(
    "li",
    {},
    make("a", { href: noticeHash(notice) }, notice.title),
    notice.restated ? restatedTag() : null,
    make("span", { class: "hint" }, facts),
    button(
      {
        class: "chip",
        "aria-label": `只问：${notice.title}`,
        onclick: () => {
          choose(notice.notice_id);
          close();
        },
      },
      "只问这份",
    ),
  );
}
