/** The sandbox's control interface, one function an endpoint. */

/** A refusal by the sandbox; the message is a sentence for people. */
export class Refusal extends Error {}

async function call(method, path, body) {
  const options = { method };
  if (body instanceof FormData) options.body = body;
  else if (body) {
    options.body = JSON.stringify(body);
    options.headers = { "Content-Type": "application/json" };
  }
  const response = await fetch(`/_sandbox/${path}`, options);
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refusal(answer.error ?? `HTTP ${response.status}`);
  return answer;
}

export const state = () => call("GET", "state");
export const messages = (chatId, after) => call("GET", `chats/${chatId}/messages?after=${after}`);
export const commands = (chatId, account) =>
  call("GET", `chats/${chatId}/commands?account=${encodeURIComponent(account)}`);
export const send = (chatId, body) => call("POST", `chats/${chatId}/send`, body);
export const edit = (chatId, body) => call("POST", `chats/${chatId}/edit`, body);
export const press = (body) => call("POST", "press", body);
export const query = (id) => call("GET", `queries/${encodeURIComponent(id)}`);
export const members = (body) => call("POST", "members", body);
export const addGroup = (body) => call("POST", "groups", body);
export const addAccount = (body) => call("POST", "accounts", body);
export const faults = () => call("GET", "faults");
export const setFaults = (rules) => call("POST", "faults", { rules });
export const clearFaults = () => call("DELETE", "faults");
export const shiftClock = (seconds) => call("POST", "clock", { shift: seconds });
export const reset = () => call("POST", "reset", {});

/** Open the stream of events that came after `seq`. */
export const events = (seq) => new EventSource(`/_sandbox/events?after=${seq}`);
