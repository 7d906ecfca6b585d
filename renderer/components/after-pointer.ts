/** @file Leaving a field with the mouse: what is told then must not move the page under the pressed button. */

let isPressed = false;
const set = (pressed: boolean) => () => {
  isPressed = pressed;
};
window.addEventListener('pointerdown', set(true), true);
window.addEventListener('pointerup', set(false), true);
window.addEventListener('pointercancel', set(false), true);

/**
 * Runs at once, or, while a button of the mouse is held down, after its click: a page that moves between the press and
 * the release loses the click.
 */
export function afterPointer(run: () => void): void {
  if (!isPressed) {
    run();
    return;
  }
  const released = new AbortController();
  for (const name of ['pointerup', 'pointercancel']) {
    const onRelease = () => {
      released.abort();
      setTimeout(run);
    };
    window.addEventListener(name, onRelease, { capture: true, signal: released.signal });
  }
}
