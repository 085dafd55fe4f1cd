// What a respondent has before them, and where the focus is.
const root = document.querySelector('[data-part=root]');
if (!root) return null;
const question = document.querySelector('[data-part=question]');
const text = element => (element ? element.textContent.replace(/\s+/g, ' ').trim() : '');
const checked = question && question.querySelector('input[type=radio]:checked');
const focused = document.activeElement;
const part = focused && focused.closest('[data-part]');
return {
  screen: root.dataset.screen || '',
  lang: root.getAttribute('lang') || '',
  item: question ? question.dataset.item : '',
  legend: text(question && question.querySelector('[data-part=legend]')),
  checked: checked ? checked.value : '',
  focused: part ? part.dataset.part : '',
  focusedValue: focused && focused.type === 'radio' ? focused.value : '',
};
