/** Moves clock and chance, so that what depends on them shows. Time zone and locale come from the environment. */
export function shiftWorld(): void {
  const ahead = 400 * 24 * 3_600_000 + 7_321_987
  const RealDate = Date
  const now = () => RealDate.now() + ahead
  const ShiftedDate = new Proxy(RealDate, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
    apply: () => new RealDate(now()).toString(),
    get: (target, key, receiver) => (key === 'now' ? now : Reflect.get(target, key, receiver)),
  })
  // Values made by the proxy must still be instances of what the code under test calls `Date`.
  RealDate.prototype.constructor = ShiftedDate
  globalThis.Date = ShiftedDate
  let state = 0.7310585
  Math.random = () => {
    state = (state * 9301.13 + 0.49297) % 1
    return state
  }
  const uptime = performance.now.bind(performance)
  performance.now = () => uptime() + 123_456.789
}
