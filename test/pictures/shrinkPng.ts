import UPNG from 'upng-js'

const COLOURS = 32

/** Makes a picture small enough to be kept in the repository: text on plain ground needs few colours. */
export function shrinkPng(png: Buffer): Buffer {
  const bytes = new Uint8Array(png).buffer
  const picture = UPNG.decode(bytes)
  return Buffer.from(UPNG.encode(UPNG.toRGBA8(picture), picture.width, picture.height, COLOURS))
}
