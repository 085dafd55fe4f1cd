// Of one act of a hand only the first effect counts: the second press of a double click or double
// tap does nothing, nor does one that ends on something that came under the finger meanwhile.

/** Presses at one place that follow each other sooner than this are one act, in milliseconds. */
const SOON = 500;
/** So far apart on the screen two presses are at one place, in CSS pixels: what is under them may scroll. */
const NEAR = 32;

/** A press, and what stood there when it began. */
interface Press {
  readonly at: number;
  readonly x: number;
  readonly y: number;
  readonly control: Element | null;
  readonly screen: string;
  readonly isMouse: boolean;
}
let press: Press | null = null;
/** The last press that had an effect. */
let effective: Press | null = null;

/** What was meant: a field within a label is the label. */
function controlOf({ target }: Event) {
  if (!(target instanceof Element)) return null;
  return target.closest("label") ?? target.closest("a, button, input, select, summary, textarea");
}

/** Which screen this is, and of which statement. */
function screenNow() {
  const parts = document.querySelectorAll<HTMLElement>("[data-screen], [data-part=question]");
  return Array.from(parts, ({ dataset }) => dataset.screen ?? dataset.item).join(" ");
}

/** Whether a click belongs to a press that had an effect before. */
function isRepeated({ detail }: MouseEvent, { at, x, y, isMouse }: Press) {
  // What a browser counts as a double tap may be two taps on controls beside each other.
  if (isMouse && detail > 1) return true;
  return effective !== null && at - effective.at < SOON && Math.hypot(x - effective.x, y - effective.y) < NEAR;
}

function receivePress(event: PointerEvent) {
  press = { at: event.timeStamp, x: event.screenX, y: event.screenY, control: controlOf(event), screen: screenNow(), isMouse: event.pointerType === "mouse" };
}

function receiveClick(event: MouseEvent) {
  const control = controlOf(event);
  // Keys and assistive technology click without a press; a label clicks its field by the same press.
  if (!control || !press || event.detail === 0 || press === effective) return;
  if (isRepeated(event, press) || control !== press.control || screenNow() !== press.screen) {
    event.preventDefault();
    event.stopImmediatePropagation();
  } else {
    effective = press;
  }
}

/** A key that is held down presses a button once. */
function receiveKey(event: KeyboardEvent) {
  if (event.repeat && event.key === "Enter" && controlOf(event)?.matches("a, button, summary")) event.preventDefault();
}

/** Begins to watch the hand, before anything else hears of it. */
export function guardControls() {
  addEventListener("pointerdown", receivePress, { capture: true, passive: true });
  addEventListener("click", receiveClick, true);
  addEventListener("keydown", receiveKey, true);
}
