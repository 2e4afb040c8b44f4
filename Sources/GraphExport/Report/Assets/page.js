// Small makers of page elements. Text is always text, never markup.

function make(name, options, ...children) {
  const element = document.createElement(name);
  const { class: className, text, on, ...attributes } = options || {};
  if (name === "button") element.type = "button";
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) element.setAttribute(key, value === true ? "" : value);
  }
  for (const [event, handler] of Object.entries(on || {})) element.addEventListener(event, handler);
  element.append(...children.filter(child => child !== null && child !== undefined));
  return element;
}

const byID = id => document.getElementById(id);

function replaceContent(element, ...children) {
  element.replaceChildren(...children.filter(child => child !== null && child !== undefined));
}

/** A web address, or null for anything that could run. */
function safeLink(address) {
  return /^https?:\/\//i.test(address || "") ? address : null;
}

function plural(count, one, many) {
  return count + " " + (count === 1 ? one : many);
}

/** A file for the reader to keep, made in the page. */
function download(name, text, type) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = make("a", { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
