// Finds the visible control with an accessible name. Arguments: the text, whether the
// name may go on after it, and whether to look into the parts of a result that are not open
// instead. Returns the element or null; of a part that is not open its name.
const [wanted, prefix, inParts] = arguments;
const squash = text => text.replace(/\s+/g, ' ').trim();
const spoken = node => {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (node.nodeType !== Node.ELEMENT_NODE) return '';
  if (node.getAttribute('aria-hidden') === 'true' || !(inParts || node.checkVisibility())) return '';
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
  const part = element.closest('[data-result-part][hidden]');
  if (inParts ? !part : part) continue;
  // A file input is hidden by design: its label is what one sees.
  const hidden = !inParts && element.type !== 'file' && element.type !== 'radio'
    && !element.checkVisibility({ visibilityProperty: true });
  if (hidden || element.closest('[inert]')) continue;
  const name = squash(nameOf(element));
  if (prefix ? name.startsWith(wanted) : name === wanted) return inParts ? part.dataset.resultPart : element;
}
return null;
