/** Makes an element. Text always goes in as text: what viewers and anchors write is never markup. */
export function h(tag, properties, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties ?? {})) {
    if (value == null || value === false) continue;
    if (name === 'class') node.className = value;
    else if (name === 'data') Object.assign(node.dataset, value);
    else if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? '' : value);
  }
  node.append(...children.flat().filter((child) => child != null && child !== false));
  return node;
}

/** Touches the page only where something changed. */
export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

export function setAttribute(node, name, value) {
  if (value == null) {
    if (node.hasAttribute(name)) node.removeAttribute(name);
  } else if (node.getAttribute(name) !== String(value)) {
    node.setAttribute(name, value);
  }
}

export function setClass(node, name) {
  if (node.className !== name) node.className = name;
}

/** A {text, title, class} put into a node. */
export function show(node, shown) {
  setText(node, shown.text);
  setAttribute(node, 'title', shown.title ?? null);
  setClass(node, shown.class ?? '');
}

/** Runs a task once in the next frame, however often it is asked for; in a hidden tab a second later. */
export function oncePerFrame(task) {
  let isDue = false;
  return () => {
    if (isDue) return;
    isDue = true;
    const run = () => {
      isDue = false;
      task();
    };
    if (document.hidden) setTimeout(run, 1000);
    else requestAnimationFrame(run);
  };
}
