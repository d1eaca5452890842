// The URL holds the view, so that it can be shared: #/rooms?state=LIVE&sort=-online_last, #/rooms/ID

export function readRoute() {
  const [path, query = ''] = location.hash.replace(/^#\/?/, '').split('?');
  const parts = path.split('/').map(decodeURIComponent);
  const parameters = new URLSearchParams(query);
  if (parts[0] === 'rooms' && parts[1]) return { view: 'room', id: parts[1], parameters };
  return { view: 'rooms', parameters };
}

export function roomLink(id) {
  return `#/rooms/${encodeURIComponent(id)}`;
}

export function roomsLink(filter) {
  const parameters = new URLSearchParams();
  for (const state of filter.states) parameters.append('state', state);
  for (const label of filter.labels) parameters.append('label', label);
  if (filter.alerting) parameters.set('alerts', 'raised');
  if (filter.q) parameters.set('q', filter.q);
  if (filter.sort !== DEFAULT_SORT) parameters.set('sort', filter.sort);
  const query = parameters.toString().replaceAll('%3A', ':');
  return query ? `#/rooms?${query}` : '#/rooms';
}

export const DEFAULT_SORT = '-attention';

export function readFilter(parameters) {
  const list = (name) =>
    parameters
      .getAll(name)
      .flatMap((value) => value.split(','))
      .filter(Boolean);
  return {
    states: new Set(list('state')),
    labels: new Set(list('label')),
    alerting: parameters.get('alerts') === 'raised',
    q: parameters.get('q') ?? '',
    sort: parameters.get('sort') || DEFAULT_SORT,
  };
}

/** Filters change as one types: that is not a page to go back to. */
export function replaceRoute(hash) {
  history.replaceState(null, '', hash);
}
