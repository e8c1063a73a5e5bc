import { readFile } from 'node:fs/promises'
import { test } from '@japa/runner'

type Rgb = [red: number, green: number, blue: number]
type Oklab = [lightness: number, a: number, b: number]
type Theme = Map<string, Oklab>

const TONES = ['accent', 'ok', 'warn', 'bad', 'info', 'run']
const GROUNDS = ['bg', 'surface', 'raised']

const oklab = (lightness: number, chroma: number, hue: number): Oklab => [
  lightness,
  chroma * Math.cos((hue * Math.PI) / 180),
  chroma * Math.sin((hue * Math.PI) / 180),
]

/** To linear sRGB, clipped to the gamut as a browser shows it. Source: CSS Color 4, §10 sample code. */
function linearRgb([lightness, a, b]: Oklab): Rgb {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const clip = (value: number) => Math.min(1, Math.max(0, value))
  return [
    clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ]
}

const luminance = ([red, green, blue]: Rgb) => 0.2126 * red + 0.7152 * green + 0.0722 * blue

/** WCAG 2.2 contrast ratio, 1 to 21. */
function contrast(one: Oklab, other: Oklab) {
  const [dark, light] = [one, other].map((colour) => luminance(linearRgb(colour))).sort((x, y) => x - y)
  return (light! + 0.05) / (dark! + 0.05)
}

async function readTheme(name: 'light' | 'dark'): Promise<Theme> {
  const css = await readFile(new URL('../../../inertia/css/tokens.css', import.meta.url), 'utf8')
  const block = css.split(`@utility tokens-${name} {`)[1]?.split('}')[0] ?? ''
  const declarations = block.matchAll(/--([\w-]+):\s*oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)/g)
  return new Map(
    [...declarations].map(([, token, l, c, h]) => [token!, oklab(Number(l), Number(c), Number(h))])
  )
}

/** Every pair of the theme that a component may write text in, as `text on ground`. */
function textPairs(): [text: string, ground: string][] {
  const onGrounds = ['text', 'muted', ...TONES].flatMap((text) =>
    GROUNDS.map((ground): [string, string] => [text, ground])
  )
  const onSoft = TONES.flatMap((tone): [string, string][] => [
    [tone, `${tone}-soft`],
    ['text', `${tone}-soft`],
    ['muted', `${tone}-soft`],
    ['bg', tone],
  ])
  return [...onGrounds, ...onSoft]
}

function colour(theme: Theme, token: string): Oklab {
  const found = theme.get(token)
  if (!found) throw new Error(`token --${token} is missing or not written as oklch(L C H)`)
  return found
}

/** The edge of controls is --muted thinned with --surface; the share is read from the stylesheet. */
async function controlEdge(theme: Theme): Promise<Oklab> {
  const css = await readFile(new URL('../../../inertia/css/base.css', import.meta.url), 'utf8')
  const percent = css.match(/@utility border-control {[^}]*var\(--muted\) (\d+)%, var\(--surface\)/)?.[1]
  const share = Number(percent) / 100
  const [muted, surface] = [colour(theme, 'muted'), colour(theme, 'surface')]
  return [0, 1, 2].map((axis) => muted[axis]! * share + surface[axis]! * (1 - share)) as Oklab
}

test.group('Design tokens', () => {
  for (const name of ['light', 'dark'] as const) {
    test(`the edge of a control is seen against every ground, ${name}`, async ({ assert }) => {
      const theme = await readTheme(name)
      const edge = await controlEdge(theme)
      for (const ground of GROUNDS) assert.isAtLeast(contrast(edge, colour(theme, ground)), 3, ground)
    })

    test(`text is readable on every ground it is used on, ${name}`, async ({ assert }) => {
      const theme = await readTheme(name)
      const tooFaint = textPairs()
        .map(([text, ground]) => ({
          text,
          ground,
          ratio: contrast(colour(theme, text), colour(theme, ground)),
        }))
        .filter(({ ratio }) => ratio < 4.5)
        .map(({ text, ground, ratio }) => `--${text} on --${ground}: ${ratio.toFixed(2)}`)
      assert.deepEqual(tooFaint, [])
    })
  }

  test('light and dark bind the same names', async ({ assert }) => {
    const [light, dark] = await Promise.all([readTheme('light'), readTheme('dark')])
    assert.deepEqual([...light.keys()], [...dark.keys()])
    assert.includeMembers([...light.keys()], ['line', 'text', 'muted', ...GROUNDS, ...TONES])
  })

  test('the measure itself is right: black on white is 21, grey #767676 on white is 4.54', ({ assert }) => {
    assert.closeTo(contrast([0, 0, 0], [1, 0, 0]), 21, 0.01)
    assert.closeTo(contrast([0.5659, 0, 0], [1, 0, 0]), 4.54, 0.05)
  })
})
