/** Characters that change what is read without being seen: controls, and those that turn the reading direction. */
const HIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g

const named = (character: string) =>
  `‹U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}›`

/** Text from a repository or program with every hidden character spelt out, so that what is read is what is there. */
export const visibleText = (text: string) => text.replace(HIDDEN, named)
