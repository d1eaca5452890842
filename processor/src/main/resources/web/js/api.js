import { settings } from './settings.js';

/** What the server said instead of an answer. Status 0: it said nothing. */
export class Problem extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

let askForToken = () => Promise.resolve();

/** How to get a token from the viewer where the server wants one. */
export function onTokenRequired(ask) {
  askForToken = ask;
}

export function authorised(headers = {}) {
  return settings.token ? { ...headers, Authorization: `Bearer ${settings.token}` } : headers;
}

/** A refused token is asked for, once for all who wait; then the request is made again. */
export async function withToken(request) {
  for (;;) {
    const sent = settings.token;
    const response = await request();
    if (response.status !== 401) return response;
    await askForToken(sent);
  }
}

async function problem(response) {
  let words = response.statusText || `HTTP ${response.status}`;
  try {
    const body = await response.json();
    words = body.detail ?? body.title ?? words;
  } catch {
    // Not a problem document: a proxy's page, most likely.
  }
  return new Problem(response.status, words);
}

/** Reads one JSON answer. The browser keeps and revalidates by ETag. */
export async function get(path, parameters = {}, signal = undefined) {
  const url = new URL(path, document.baseURI);
  for (const [name, value] of Object.entries(parameters)) {
    if (value != null && value !== '') url.searchParams.set(name, value);
  }
  let response;
  try {
    response = await withToken(() =>
      fetch(url, { headers: authorised({ Accept: 'application/json' }), cache: 'no-cache', signal }),
    );
  } catch (failure) {
    if (failure.name === 'AbortError') throw failure;
    throw new Problem(0, String(failure.message ?? failure));
  }
  if (!response.ok) throw await problem(response);
  return response.json();
}

/** All pages of a bounded list, in order; stops at a number of items. */
export async function getAll(path, list, parameters, limit, signal) {
  const items = [];
  let cursor = null;
  do {
    const page = await get(path, { ...parameters, cursor }, signal);
    items.push(...page[list]);
    cursor = page.next_cursor ?? null;
  } while (cursor && items.length < limit);
  return items;
}
