// The HTTP contract, as the page uses it.

const ROOT = "/api/v1";

/** Something that the page shows with a title, a way to mend it, and a retry button. */
export class Problem extends Error {
  constructor({ type = "", title, detail, status = 0 }) {
    super(title);
    this.type = type;
    this.title = title;
    this.detail = detail;
    this.status = status;
  }

  is(kind) {
    return this.type === `urn:wenze:problem:${kind}`;
  }
}

async function call(path, options = {}) {
  let response;
  try {
    response = await fetch(path, options);
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Problem({ title: "连接不上服务", detail: "请检查网络，确认服务在运行，然后重试。" });
  }
  if (response.status === 204) return null;
  const body = await response.json().catch(() => null);
  if (response.ok && body) return body;
  throw new Problem(
    body?.title ? body : { status: response.status, title: "服务没有正常回应", detail: "请稍后重试。" },
  );
}

const post = (path, body, signal) =>
  call(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
    signal,
  });

export const ask = (request, signal) => post(`${ROOT}/ask`, request, signal);
export const ready = () => call("/readyz");
export const openers = () => call(`${ROOT}/openers`);
export const notices = () => call(`${ROOT}/notices`);
export const notice = (id) => call(`${ROOT}/notices/${encodeURIComponent(id)}`);
export const explanation = (answerId) => call(`${ROOT}/answers/${encodeURIComponent(answerId)}/explanation`);
export const calendarAddress = (id, day) =>
  `${ROOT}/notices/${encodeURIComponent(id)}/calendar.ics?closes_on=${encodeURIComponent(day)}`;
export const feedback = (answerId, helpful, comment) =>
  post(`${ROOT}/answers/${encodeURIComponent(answerId)}/feedback`, { helpful, comment });
