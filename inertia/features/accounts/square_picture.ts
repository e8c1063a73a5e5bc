const SIDE = 256
/** Base64 of 256 KB, which is what the server takes. */
const LONGEST = 349_528

/**
 * The middle of a picture as a small square, in base64. Drawing it anew also leaves behind where and with
 * what it was taken.
 *
 * @throws when the browser cannot read the file as a picture
 */
export async function squarePicture(file: File): Promise<string> {
  const bitmap = await createImageBitmap(file)
  const side = Math.min(bitmap.width, bitmap.height)
  const canvas = document.createElement('canvas')
  canvas.width = SIDE
  canvas.height = SIDE
  const left = (bitmap.width - side) / 2
  const top = (bitmap.height - side) / 2
  canvas.getContext('2d')?.drawImage(bitmap, left, top, side, side, 0, 0, SIDE, SIDE)
  bitmap.close()
  const png = base64Of(canvas.toDataURL('image/png'))
  return png.length <= LONGEST ? png : base64Of(canvas.toDataURL('image/jpeg', 0.85))
}

const base64Of = (dataUrl: string) => dataUrl.slice(dataUrl.indexOf(',') + 1)
