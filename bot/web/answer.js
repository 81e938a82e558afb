// One answer as an element: outcome, verdict, conditions, what is missing, and the clauses it rests on.

import * as api from "./api.js";
import { button, copy, icon, make, unseen } from "./dom.js";
import { reasoning } from "./proof.js";
import { noticeHash, restatedTag } from "./reader.js";

const OUTCOMES = {
  clarify: "需要补充",
  unanswerable: "通知未写明",
  out_of_scope: "不在服务范围",
};
const VERDICTS = { eligible: "符合", not_eligible: "不符合", needs_info: "需补充信息" };
const STATES = { met: "已满足", unmet: "不满足", unknown: "待确认" };
const WINDOWS = { open: "办理期内", closed: "已截止", upcoming: "尚未开始" };
const LINKS = {
  phone: (value) => value.replace(/^(\+?\d[\d -]{2,}\d).*$/, "tel:$1"), // without the extension
  email: (value) => `mailto:${value}`,
  url: (value) => value,
};
const CARDS_SHOWN = 3;
const LONGEST_HEADING = 22; // characters

/** The card for a response; `ask(text)` is called when the person picks a reply, `about(id)` gives a notice. */
export function answerCard(response, ask, about) {
  return make(
    "article",
    { class: `answer is-${response.outcome}`, "aria-label": "回答", tabindex: -1 },
    badges(response),
    make("div", { class: "text" }, words(response)),
    timing(response),
    contacts(response.facts),
    conditions(response),
    missing(response, ask),
    citations(response, about),
    reasoning(response),
    actions(response),
  );
}

/** Quick replies, without those that the card already offers as options. */
export function suggestions(response, ask) {
  const offered = new Set(response.missing.flatMap((item) => item.options));
  const fresh = response.suggestions.filter((text) => !offered.has(text));
  if (!fresh.length) return null;
  return make(
    "div",
    { class: "replies", role: "group", "aria-label": "可以接着问" },
    fresh.map((text) => button({ class: "chip", onclick: () => ask(text) }, text)),
  );
}

function badges({ outcome, verdict, target }) {
  const shown = [];
  if (verdict) shown.push(make("span", { class: `badge verdict-${verdict}` }, VERDICTS[verdict]));
  if (outcome in OUTCOMES && verdict !== "needs_info")
    shown.push(make("span", { class: `badge outcome-${outcome}` }, OUTCOMES[outcome]));
  if (verdict && target) shown.push(make("span", { class: "target" }, target));
  return shown.length ? make("p", { class: "badges" }, shown) : null;
}

function timing({ timing: window, citations: [first] }) {
  if (!window) return null;
  const from = window.opens_on ?? "";
  const until = window.closes_on ?? "";
  const range = from && until ? `${from} 至 ${until}` : from ? `${from} 起` : until ? `至 ${until}` : "";
  const text = window.note || range;
  if (!text) return null;
  const state = WINDOWS[window.state];
  const ahead = until && until >= window.as_of && first;
  return make(
    "p",
    { class: `timing timing-${window.state}` },
    icon("calendar"),
    make("span", {}, state ? make("strong", {}, state) : null, text),
    ahead ? calendarLink(first.notice_id, until) : null,
  );
}

function calendarLink(id, day) {
  const [year, month, date] = day.split("-").map(Number);
  return make(
    "a",
    {
      class: "calendar-link",
      href: api.calendarAddress(id, day),
      download: `${id}-${day}.ics`,
      "aria-label": `把 ${year} 年 ${month} 月 ${date} 日加入日历（.ics 文件）`,
    },
    "加入日历",
  );
}

function contacts(facts) {
  const links = new Map();
  for (const { kind, value, text } of facts) {
    const href = LINKS[kind]?.(value) ?? "";
    if (/^(tel:|mailto:[^?]+@|https?:)/.test(href)) links.set(href, text);
  }
  if (!links.size) return null;
  const anchors = Array.from(links, ([href, text]) =>
    make(
      "a",
      { class: "contact", href, rel: "noopener noreferrer", target: /^http/.test(href) && "_blank" },
      text,
    ),
  );
  return make("p", { class: "contacts" }, anchors);
}

function conditions(response) {
  if (!response.conditions.length) return null;
  return section(
    "条件",
    make(
      "ul",
      { class: "conditions" },
      response.conditions.map((item) => condition(item, response.citations)),
    ),
  );
}

/** The answer without the lines that say its conditions and its window, which stand by themselves below. */
function words({ answer, conditions, timing: window }) {
  const note = window?.note;
  return answer
    .split("\n")
    .filter((line) => !(conditions.length && /^[✓✗?] /.test(line)))
    .filter((line) => !(note && line.startsWith("提示：") && line.includes(note)))
    .join("\n");
}

function condition({ text, state, citation, explanation }, cited) {
  return make(
    "li",
    { class: `condition is-${state}` },
    make("span", { class: "mark" }, icon(state), unseen(`${STATES[state]}：`)),
    make(
      "span",
      {},
      text,
      explanation ? make("span", { class: "explanation" }, explanation) : null,
    ),
    cited[citation] ? reference(citation, cited[citation]) : null,
  );
}

function reference(index, citation) {
  return make(
    "a",
    { class: "reference", href: noticeHash(citation), "aria-label": `查看依据 ${index + 1}` },
    String(index + 1),
  );
}

function missing({ missing: items }, ask) {
  if (!items.length) return null;
  return section(
    "还需要知道",
    items.map(({ question, options }) =>
      make(
        "div",
        { class: "missing" },
        make("p", {}, question),
        options.length
          ? make(
              "div",
              { class: "options", role: "group", "aria-label": question },
              options.map((text) => button({ class: "chip", onclick: () => ask(text) }, text)),
            )
          : null,
      ),
    ),
  );
}

function citations({ citations: cited, timing: window }, about) {
  if (!cited.length) return null;
  const cards = cited.map(citationCard);
  const rest = cards.slice(CARDS_SHOWN);
  rest.forEach((card) => (card.hidden = true));
  const groups = new Map();
  cited.forEach((citation, index) => {
    const { notice_id } = citation;
    if (!groups.has(notice_id)) groups.set(notice_id, citedNotice(citation, window, about));
    groups.get(notice_id).append(cards[index]);
  });
  const list = make("div", { class: "cited" }, ...groups.values());
  return section("依据", list, rest.length ? moreButton(list, rest) : null);
}

function citedNotice({ notice_id, notice_title, issuer, restated }, window, about) {
  const dates = make("span", { class: "issuer" });
  about(notice_id).then((notice) => notice && dates.append(...datesOf(notice, window)), () => {});
  return make(
    "div",
    { class: "cited-notice" },
    make(
      "p",
      { class: "cited-head" },
      make("span", { class: "cited-title" }, notice_title),
      issuer ? make("span", { class: "issuer" }, issuer) : null,
      restated ? restatedTag() : null,
      dates,
    ),
  );
}

/** When a notice was issued and how long it holds, and that it has expired on the day of asking. */
function datesOf({ issued, valid_until }, window) {
  const told = [issued && `${issued} 发布`, valid_until && `有效期至 ${valid_until}`].filter(Boolean).join(" · ");
  const expired = valid_until && window && window.as_of > valid_until;
  return [told, ...(expired ? [make("strong", { class: "expired" }, "已过有效期")] : [])];
}

function citationCard(citation, index) {
  const path = citation.heading_path.filter((heading) => !heading.startsWith("|")).map(short).join(" › ");
  return make(
    "a",
    { class: "citation", href: noticeHash(citation) },
    make("span", { class: "number" }, String(index + 1)),
    make("q", { class: "quote" }, quoted(citation.quote)),
    make(
      "span",
      { class: "place" },
      path ? `${path} · ` : "",
      make("span", { class: "locator" }, citation.locator),
    ),
  );
}

/** A heading as it names a place: without the colon at its end, and not the whole of a long one. */
function short(heading) {
  const name = heading.replace(/[：:]\s*$/, "");
  return name.length > LONGEST_HEADING ? `${name.slice(0, LONGEST_HEADING)}…` : name;
}

/** A table row without its bars; anything else as it is. */
function quoted(text) {
  if (!text.startsWith("|")) return text;
  const cells = text.split("|").map((cell) => cell.trim());
  return cells.filter(Boolean).join("　");
}

function moreButton(list, rest) {
  const reveal = () => {
    rest.forEach((card) => (card.hidden = false));
    showGroups(list);
    more.remove();
    rest[0].focus();
  };
  const more = button({ class: "more", onclick: reveal }, `展开其余 ${rest.length} 条`);
  showGroups(list);
  return more;
}

/** A notice is named only where one of its clauses is shown. */
function showGroups(list) {
  for (const group of list.children) group.hidden = !group.querySelector(".citation:not([hidden])");
}

function actions(response) {
  const bar = make("div", { class: "actions" });
  const copied = button({ class: "action" }, icon("copy"), "复制");
  copied.addEventListener("click", async () => {
    const done = await copy(asText(response)).then(() => "已复制", () => "未能复制");
    copied.lastChild.textContent = done;
    setTimeout(() => (copied.lastChild.textContent = "复制"), 2000);
  });
  bar.append(copied, make("span", { class: "gap" }), ...votes(response, bar));
  return bar;
}

function votes(response, bar) {
  const thank = async (helpful, comment) => {
    const said = await api
      .feedback(response.answer_id, helpful, comment)
      .then(() => "谢谢您的反馈", (problem) => `${problem.title}，未能记下`);
    bar.querySelectorAll(".vote, .comment").forEach((element) => element.remove());
    bar.append(make("span", { class: "thanks", role: "status" }, said));
  };
  const up = button({ class: "action vote", onclick: () => thank(true, "") }, icon("up"), "有用");
  const down = button(
    { class: "action vote", onclick: () => bar.append(commentForm(bar, thank)) },
    icon("down"),
    "没用",
  );
  return [up, down];
}

function commentForm(bar, thank) {
  bar.querySelectorAll(".vote").forEach((element) => element.setAttribute("hidden", ""));
  const words = make("input", {
    "aria-label": "哪里不对",
    placeholder: "哪里不对？可不填",
    maxlength: "1000",
    autocomplete: "off",
  });
  const submit = (event) => {
    event.preventDefault();
    thank(false, words.value.trim());
  };
  const form = make(
    "form",
    { class: "comment", onsubmit: submit },
    words,
    make("button", { type: "submit", class: "chip" }, "提交"),
  );
  queueMicrotask(() => words.focus());
  return form;
}

function asText({ answer, citations: cited }) {
  const sources = cited.map(
    (citation, index) =>
      `[${index + 1}] ${citation.notice_title}，${citation.locator}：“${citation.quote}”`,
  );
  return [answer, ...(sources.length ? ["", "依据：", ...sources] : [])].join("\n");
}

function section(title, ...children) {
  return make("section", { class: "part" }, make("h3", {}, title), ...children);
}
