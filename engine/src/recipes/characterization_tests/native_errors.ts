/** Messages the language's own machinery throws when code is given what it was not written for. */
const accidents =
  /^(Cannot (read|set|convert|destructure|access|mix|use|create|delete|assign)|Invalid (array length|time value|count value|string length)|Maximum call stack|.*\bis not (a function|iterable|defined|a constructor|an object|extensible)|.*\bis read-only|.*\bcalled on (null|undefined|incompatible)|Reduce of empty array|Class constructor|The number .* cannot be converted|object null is not|undefined is not|Array buffer allocation|.*object is not iterable)/

/** Whether an error is an accident inside the language rather than something the code says. */
export function isNative({ message }: { message: string }): boolean {
  return accidents.test(message)
}

/** The part of a message that stays the same over versions of Node; null when none does. */
export function stableMessage({ class: name, message }: { class: string; message: string }): string | null {
  return name === 'SyntaxError' || message === '' ? null : message
}
