/** @file Keys of a form, by their place on the keyboard: with the Arabic layout Ctrl+S arrives as Ctrl+س. */

export function saveKeyPressed(event: KeyboardEvent): boolean {
  if (!event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return false;
  return event.code === 'KeyS' || event.code === 'Enter' || event.code === 'NumpadEnter';
}

/**
 * Enter goes to the next field. Not in text areas, on buttons and in open lists, where it has its own meaning; on an
 * empty list it opens the list. For the capture phase, or Mantine's Select would keep the focus.
 */
export function moveOnEnter(event: React.KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Enter' || event.ctrlKey || event.shiftKey || event.nativeEvent.isComposing) return;
  const field = event.target;
  if (!(field instanceof HTMLInputElement) || field.type === 'file') return;
  // React tells of keys in a dialog that was opened from the form, too: they are the dialog's own.
  if (!event.currentTarget.contains(field)) return;
  const isList = field.getAttribute('aria-haspopup') === 'listbox' || field.getAttribute('role') === 'combobox';
  // Mantine takes the marked answer of an open list; without a mark the browser would submit the form.
  event.preventDefault();
  if (isList && field.getAttribute('aria-expanded') === 'true') return;
  event.stopPropagation();
  if (isList && field.value === '') field.click();
  else nextField(event.currentTarget, field)?.focus();
}

function nextField(form: HTMLElement, current: HTMLElement): HTMLElement | undefined {
  const fields = [...form.querySelectorAll<HTMLElement>('input, textarea, button[type="submit"]')].filter(
    (element) => !element.hasAttribute('disabled') && element.tabIndex >= 0 && element.offsetParent !== null,
  );
  return fields[fields.indexOf(current) + 1];
}
