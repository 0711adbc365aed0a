interface Pixels {
  x: number;
  y: number;
}

const slack = 2; // pixels: a resize or a zoom rounds the centre, a finger moves it by three or more

/** Whether somebody moved the map under the pin: it no longer stands in the middle, by more than rounding does. */
export function pinMoved(pin: Pixels, middle: Pixels): boolean {
  return Math.hypot(pin.x - middle.x, pin.y - middle.y) >= slack;
}
