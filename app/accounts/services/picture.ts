export const PICTURE_BYTES = 256 * 1024

const starts = [
  { mediaType: 'image/png', bytes: '89504e470d0a1a0a' },
  { mediaType: 'image/jpeg', bytes: 'ffd8ff' },
] as const

/** What kind of picture the bytes begin as, whatever their name says; null for anything but PNG, JPEG and WebP. */
export function pictureType(data: Buffer): 'image/png' | 'image/jpeg' | 'image/webp' | null {
  const found = starts.find(({ bytes }) => data.subarray(0, bytes.length / 2).toString('hex') === bytes)
  if (found) return found.mediaType
  const isWebp = data.toString('latin1', 0, 4) === 'RIFF' && data.toString('latin1', 8, 12) === 'WEBP'
  return isWebp ? 'image/webp' : null
}
