// Finds the visible control with an accessible name. Arguments: the text, whether the
// name may go on after it. Returns the element or null.
const [wanted, prefix] = arguments;
const squash = text => text.replace(/\s+/g, ' ').trim();
const spoken = node => {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (node.nodeType !== Node.ELEMENT_NODE) return '';
  if (node.getAttribute('aria-hidden') === 'true' || !node.checkVisibility()) return '';
  return [...node.childNodes].map(spoken).join('');
};
const nameOf = element => {
  const ids = element.getAttribute('aria-labelledby');
  if (ids) {
    const parts = ids.split(/\s+/).map(id => document.getElementById(id));
    return parts.map(part => (part ? part.textContent : '')).join(' ');
  }
  if (element.getAttribute('aria-label')) return element.getAttribute('aria-label');
  if (element.labels && element.labels.length) {
    return [...element.labels].map(spoken).join(' ');
  }
  return spoken(element);
};
const controls = 'button, a[href], input, textarea, summary, [role=button], [role=radio]';
for (const element of document.querySelectorAll(controls)) {
  // A file input is hidden by design: its label is what one sees.
  const hidden = element.type !== 'file' && element.type !== 'radio'
    && !element.checkVisibility({ visibilityProperty: true });
  if (hidden || element.closest('[inert]')) continue;
  const name = squash(nameOf(element));
  if (prefix ? name.startsWith(wanted) : name === wanted) return element;
}
return null;
